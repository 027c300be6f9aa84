using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The built program as people run it: a process of its own, on a state directory of the test's own, with nothing of this environment but the path.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chatauth-cli-");

    /// <summary>The state directory; the program makes it.</summary>
    public string State => Path.Combine(_directory.FullName, "state");

    /// <summary>The home directory of the user; the state directory is in it.</summary>
    public string Home => _directory.FullName;

    /// <summary>Further variables of the environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Where nobody listens.</summary>
    public const string Nowhere = "http://127.0.0.1:9";

    /// <summary>Anthropic is called at <see cref="Nowhere"/>, so that a question of a test never leaves the machine.</summary>
    public void CallNobody()
    {
        Variables["CHATAUTH__PROVIDERS__0__ID"] = "anthropic";
        Variables["CHATAUTH__PROVIDERS__0__BASEURL"] = Nowhere;
    }

    /// <summary>The state directory of the demonstration.</summary>
    public string DemoState => Path.Combine(State, "demo");

    /// <summary>Runs a command line, whose words are parted by single spaces, to its end.</summary>
    public Task<CliRun> RunAsync(string arguments, string input = "", string? state = null) => RunAsync(arguments, Encoding.UTF8.GetBytes(input), state);

    /// <inheritdoc cref="RunAsync(string, string, string?)"/>
    public async Task<CliRun> RunAsync(string arguments, byte[] input, string? state = null)
    {
        using var process = Start(arguments, state);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await FeedAsync(process, input);
        return await EndAsync(process, output, error);
    }

    /// <summary>Starts it; the caller feeds, reads and ends it.</summary>
    public Process Start(string arguments, string? state = null)
    {
        string[] words = arguments.Length == 0 ? [] : arguments.Split(' ');
        return Start(Dotnet, ["exec", Program, .. words], state);
    }

    /// <summary>Starts it under a umask.</summary>
    public Process StartUnder(string umask, string arguments) =>
        Start("/bin/sh", ["-c", $"umask {umask}; exec '{Dotnet}' exec '{Program}' {arguments}"], null);

    /// <summary>Starts it where Ctrl-C is heard, which a shell in the background has its children ignore.</summary>
    public Process StartInForeground(string arguments) => Start("/usr/bin/env", ["--default-signal=INT", Dotnet, "exec", Program, .. arguments.Split(' ')], null);

    /// <summary>Starts a line of a shell in the same home and environment.</summary>
    public Process StartShell(string line) => Start("/bin/sh", ["-c", line], null);

    /// <summary>Starts it on a terminal of its own, which takes keys from standard input and shows on standard output.</summary>
    public Process StartOnTerminal(string arguments) =>
        Start("/usr/bin/script", ["--quiet", "--flush", "--return", "--command", $"'{Dotnet}' exec '{Program}' {arguments}", "/dev/null"], null);

    /// <summary>Gives it its whole input; a program that has ended does not take it.</summary>
    public static async Task FeedAsync(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything: what it wrote tells why.
        }
    }

    public static async Task<CliRun> EndAsync(Process process, Task<string> output, Task<string> error)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"It does not end. {await output} {await error}");
        }
        return new CliRun(process.ExitCode, await output, await error);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => Path.Combine(Path.GetDirectoryName(typeof(CliProcess).Assembly.Location)!, "ChatAuth.Cli.dll");

    private Process Start(string program, string[] words, string? state)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var kept = start.Environment.Where(entry => entry.Key is "PATH" or "DOTNET_ROOT" or "SystemRoot").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["HOME"] = _directory.FullName;
        start.Environment["CHATAUTH_STATE_DIR"] = state ?? State;
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
        return Process.Start(start)!;
    }
}

/// <summary>What a run of the program did.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    /// <summary>The output as one JSON object a line.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The output as one JSON object.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
