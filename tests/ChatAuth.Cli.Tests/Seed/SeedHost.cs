using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using ChatAuth.Cli.Tests.Processes;

namespace ChatAuth.Cli.Tests.Seed;

/// <summary>A home of its own in which the commands of the seed document are run, with a program <c>claude</c> that signs in without anybody, and what they print as a page shows it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class SeedHost : IDisposable
{
    /// <summary>Signs in as Claude Code does, for eight hours.</summary>
    private const string Claude = """
        #!/bin/sh
        mkdir -p "$HOME/.claude"
        printf '{"claudeAiOauth":{"accessToken":"FAKE-access","refreshToken":"FAKE-refresh","expiresAt":%s000}}' "$(($(date +%s) + 28800))" > "$HOME/.claude/.credentials.json"
        chmod 600 "$HOME/.claude/.credentials.json"
        """;

    private readonly StringBuilder _page = new();

    public SeedHost()
    {
        var bin = Directory.CreateDirectory(Path.Combine(Cli.Home, "bin"));
        File.WriteAllText(Path.Combine(bin.FullName, "claude"), Claude);
        File.SetUnixFileMode(Path.Combine(bin.FullName, "claude"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Cli.Variables["PATH"] = $"{bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        // Whose account it is, is asked on loopback, where nobody answers.
        Cli.Variables["CHATAUTH__AUTH__OAUTH__0__PROVIDER"] = "anthropic";
        Cli.Variables["CHATAUTH__AUTH__OAUTH__0__IDENTITYURL"] = "http://127.0.0.1:9/";
    }

    public CliProcess Cli { get; } = new();

    /// <summary>All that was run, as the page shows it.</summary>
    public string Page => $"```console\n{_page}```\n";

    /// <summary>Runs a command of the program; of what it prints the last lines alone where a number says so.</summary>
    public async Task RunAsync(string arguments, string input = "", int? last = null)
    {
        var run = await Cli.RunAsync(arguments, input);
        var lines = run.All.TrimEnd('\n').Split('\n');
        if (last is { } count) lines = [.. lines.TakeLast(count), $"(exit {run.ExitCode})"];
        else Assert.That(run.ExitCode, Is.LessThanOrEqualTo(2), run.All);
        Show($"chatauth {arguments}", string.Join('\n', lines));
    }

    /// <summary>Types a line into the chat.</summary>
    public async Task ChatAsync(string line)
    {
        var run = await Cli.RunAsync("chat", line + "\n");
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Show($"chatauth chat <<< '{line}'", run.All);
    }

    /// <summary>Runs a command on a terminal, with its questions.</summary>
    public async Task RunOnTerminalAsync(string arguments, string keys)
    {
        using var process = Cli.StartOnTerminal(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await CliProcess.FeedAsync(process, Encoding.UTF8.GetBytes(keys));
        var run = await CliProcess.EndAsync(process, output, error);
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Show($"chatauth {arguments}", Control().Replace(run.Output, "").Trim('\n'));
    }

    /// <summary>Runs a line of the document that is no command of ours.</summary>
    public async Task ShellAsync(string line)
    {
        using var process = Cli.StartShell(line.Replace("~/.chatauth", Cli.State, StringComparison.Ordinal));
        var run = await CliProcess.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Show(line, run.All);
    }

    public void Dispose() => Cli.Dispose();

    private void Show(string command, string printed)
    {
        var shown = printed.Replace(Cli.State, "~/.chatauth", StringComparison.Ordinal).Replace(Cli.Home, "~", StringComparison.Ordinal);
        shown = ClaimCode().Replace(Hours().Replace(shown, "7h 59m"), "/model claim CODE");
        _page.Append("$ ").Append(command).Append('\n');
        if (shown.Length > 0) _page.Append(shown.TrimEnd('\n')).Append('\n');
    }

    [GeneratedRegex(@"\b[78]h \d+m\b")]
    private static partial Regex Hours();

    [GeneratedRegex(@"/model claim \S+")]
    private static partial Regex ClaimCode();

    /// <summary>Sequences by which a terminal is set up, and the returns of its lines.</summary>
    [GeneratedRegex(@"\x1b[\[\]>=][0-9;?]*[a-zA-Z]?|\r")]
    private static partial Regex Control();
}
