using System.Diagnostics;
using ChatAuth.Testing;

namespace ChatAuth.Gateway.Tests.Operations;

/// <summary>The scripts that are handed out, run with programs that stand in for those they call.</summary>
[Platform(Exclude = "Win")]
internal sealed class NotifyScriptTests
{
    private const string Folder = "samples/operations";
    private const string Ends = "anthropic:work ends in 1d 3h: chatauth models auth setup-token";
    private DirectoryInfo _directory = null!;

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("chatauth-notify-");
        Stand("curl", "cat >> \"$HOME/curl\"; echo \"$@\" >> \"$HOME/curl-arguments\"");
        Stand("notify-send", "echo \"$2\" >> \"$HOME/desktop\"");
        Stand("termux-toast", "echo \"$1\" >> \"$HOME/toast\"");
        Stand("termux-notification", "{ echo \"$@\"; cat; } >> \"$HOME/notification\"");
        Stand("termux-notification-remove", "echo \"$1\" >> \"$HOME/removed\"");
        Stand("ssh", "echo \"$@\" >> \"$HOME/ssh\"; exit 2");
    }

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [TestCase("chatauth-notify")]
    [TestCase("termux-chatauth-status")]
    public void Shell_has_no_objection(string script) => Assert.That(Run(["-n", PathOf(script)]).Error, Is.Empty);

    [Test]
    public void Each_line_is_a_notice_to_the_address_and_stands_in_no_argument()
    {
        Stand("chatauth", $"echo '{Ends}'; echo 'openai:me ended 2h ago: x'; exit 2");

        var run = Notify(("CHATAUTH_NTFY_URL", "https://ntfy.example/FAKE"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(Written("curl"), Does.Contain($"data-raw = \"{Ends}\"").And.Contain("data-raw = \"openai:me ended 2h ago: x\"").And.Contain("url = \"https://ntfy.example/FAKE\""));
        Assert.That(Written("curl-arguments"), Does.Not.Contain("FAKE").And.Not.Contain("anthropic"));
    }

    [Test]
    public void Nothing_new_is_no_notice([Values(0, 1, 2, 70)] int exitCode)
    {
        Stand("chatauth", $"exit {exitCode}");

        var run = Notify(("CHATAUTH_NTFY_URL", "https://ntfy.example/FAKE"));

        Assert.That(run, Is.EqualTo((exitCode, "", "")));
        Assert.That(Written("curl"), Is.Empty);
    }

    [Test]
    public void Desktop_is_told_where_there_is_one_and_no_address()
    {
        Stand("chatauth", $"echo '{Ends}'");

        Notify(("DISPLAY", ":0"));

        Assert.That(Written("desktop"), Is.EqualTo($"{Ends}\n"));
    }

    [Test]
    public void Notice_that_the_address_does_not_take_is_not_lost()
    {
        Stand("chatauth", $"echo '{Ends}'; exit 2");
        Stand("curl", "cat > /dev/null; exit 22");

        var run = Notify(("CHATAUTH_NTFY_URL", "https://ntfy.example/FAKE"));

        Assert.That(run, Is.EqualTo((2, "", $"{Ends}\n")));
    }

    [TestCase(0, "all well")]
    [TestCase(1, "nobody usable")]
    [TestCase(2, "end soon")]
    [TestCase(70, "exit code 70")]
    public void Widget_says_how_it_is(int exitCode, string said)
    {
        Stand("chatauth", $"echo 'anthropic, in use: expiring'; exit {exitCode}");

        var run = Run([PathOf("termux-chatauth-status")]);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(Written("toast"), Does.Contain(said));
        Assert.That(Written("notification"), exitCode == 0 ? Is.Empty : Does.Contain("--id chatauth").And.Contain("anthropic, in use"));
        Assert.That(Written("removed"), exitCode == 0 ? Is.EqualTo("chatauth\n") : Is.Empty);
    }

    [Test]
    public void Widget_asks_the_machine_that_it_is_told_of()
    {
        File.WriteAllText(Path.Combine(_directory.FullName, ".chatauth-widget"), "CHATAUTH_HOST=bot.example\n");

        var run = Run([PathOf("termux-chatauth-status")]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(Written("ssh"), Does.Contain("bot.example chatauth models status --check"));
    }

    private static string PathOf(string script) => Path.Combine(Repository.Root, Folder, script);

    private (int ExitCode, string Output, string Error) Notify(params (string Name, string Value)[] variables) =>
        Run([PathOf("chatauth-notify"), "chatauth", "models", "status", "--check", "--notify"], variables);

    private (int ExitCode, string Output, string Error) Run(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("/bin/sh", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{_directory.FullName}/bin:/usr/bin:/bin";
        start.Environment["HOME"] = _directory.FullName;
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private void Stand(string program, string script)
    {
        var path = Path.Combine(_directory.CreateSubdirectory("bin").FullName, program);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Written(string name)
    {
        var path = Path.Combine(_directory.FullName, name);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
