using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>What others see of a running program, in the list of processes, holds no secret that it was given.</summary>
[Parallelizable]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class ProcessListTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [TestCase("models auth paste-token --provider anthropic")]
    [TestCase("models auth paste-api-key --provider anthropic")]
    [TestCase("onboard --api-key-provider anthropic")]
    public async Task Program_that_reads_a_secret_does_not_show_it(string command)
    {
        var secret = command.Contains("token", StringComparison.Ordinal) ? Canary.Token : Canary.ApiKey;
        using var process = _cli.Start(command);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(secret + "\n");
        await process.StandardInput.FlushAsync();

        var shown = ShownOf(process.Id);
        process.StandardInput.Close();
        var run = await CliProcess.EndAsync(process, output, error);

        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That(shown, Does.Contain("ChatAuth.Cli.dll").And.Contain("CHATAUTH_STATE_DIR="));
        Assert.That(Canary.FoundIn(shown), Is.Empty);
    }

    [Test]
    public async Task Program_that_is_run_for_a_token_is_given_no_secret()
    {
        Assume.That("/usr/bin/script", Does.Exist, "script is missing: apt-get install bsdutils");
        var bin = Directory.CreateDirectory(Path.Combine(_cli.Home, "bin"));
        var claude = Path.Combine(bin.FullName, "claude");
        await File.WriteAllTextAsync(claude, "#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ > \"$HOME/child\"\ncat /proc/$PPID/cmdline > \"$HOME/parent\"\nexit 3\n");
        File.SetUnixFileMode(claude, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _cli.Variables["PATH"] = $"{bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;
        _cli.Variables["OPENAI_API_KEY"] = Canary.Token;
        new StoreFile(_cli).WriteProfiles(StoreFile.Login("anthropic:login", Canary.Access, Canary.Refresh));

        using var process = _cli.StartOnTerminal("models auth setup-token --yes");
        process.StandardInput.Close();
        await CliProcess.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        var (child, parent) = (await File.ReadAllTextAsync(Path.Combine(_cli.Home, "child")), await File.ReadAllTextAsync(Path.Combine(_cli.Home, "parent")));
        Assert.That(child, Does.Contain("HOME=").And.Not.Contain("CHATAUTH"));
        Assert.That(parent, Does.Contain("setup-token"));
        Assert.That(Canary.FoundIn(child + parent), Is.Empty);
    }

    /// <summary>The words and the environment of a process and of all below it.</summary>
    private static string ShownOf(int id)
    {
        var shown = new StringBuilder();
        foreach (var part in (string[])["cmdline", "environ"]) shown.Append(Encoding.Latin1.GetString(File.ReadAllBytes($"/proc/{id}/{part}")));
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{id}/task"))
        {
            foreach (var child in ChildrenOf(thread)) shown.Append(ShownOf(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        return shown.ToString();
    }

    private static string[] ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return []; // It has ended meanwhile.
        }
    }
}
