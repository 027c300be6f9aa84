using System.Diagnostics;
using System.Text;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>The built daemon as a host runs it: a process of its own, on a state directory of the test's own, with a Bot API that nobody serves.</summary>
/// <param name="neighbour">Another one, whose state directory and configuration it shares; null for none.</param>
internal sealed class GatewayProcess(GatewayProcess? neighbour = null) : IDisposable
{
    public const string Secret = "FAKE-webhook-secret-0123456789abcdef";

    /// <summary>Its tail sets off the alarm of <see cref="Canary"/>.</summary>
    public static readonly string Token = $"123456789:{Canary.ApiKey[^35..]}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _directory = neighbour?._directory ?? Directory.CreateTempSubdirectory("chatauth-gateway-");
    private readonly StringBuilder _output = new();
    private Process? _process;
    private Task<string> _error = Task.FromResult("");

    public Dictionary<string, string?> Environment { get; } = neighbour?.Environment ?? new()
    {
        ["CHATAUTH__TELEGRAM__TOKEN"] = Token,
        ["CHATAUTH__TELEGRAM__BASEURL"] = "http://127.0.0.1:9",
        ["CHATAUTH__GATEWAY__LISTEN"] = "http://127.0.0.1:0",
    };

    public string State => Path.Combine(_directory.FullName, "state");

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has written to standard output and was read.</summary>
    public string Output => _output.ToString();

    public void UseWebhook()
    {
        Environment["CHATAUTH__TELEGRAM__TRANSPORT"] = "webhook";
        Environment["CHATAUTH__TELEGRAM__WEBHOOK__URL"] = "https://bot.example.com/telegram/webhook";
        Environment["CHATAUTH__TELEGRAM__WEBHOOK__SECRET"] = Secret;
    }

    /// <summary>A bot on Discord alone.</summary>
    public void UseDiscord(FakeDiscordServer discord)
    {
        Environment["CHATAUTH__TELEGRAM__TOKEN"] = null;
        Environment["CHATAUTH__DISCORD__APPLICATIONID"] = discord.ApplicationId;
        Environment["CHATAUTH__DISCORD__PUBLICKEY"] = discord.PublicKey;
        Environment["CHATAUTH__DISCORD__TOKEN"] = discord.Token;
        Environment["CHATAUTH__DISCORD__BASEURL"] = new Uri(discord.BaseUrl, "api/v10").ToString();
    }

    /// <summary>Starts it, and returns when it listens.</summary>
    public async Task StartAsync(params string[] arguments)
    {
        Launch(Dotnet, ["exec", Program, .. arguments]);
        await ListenAsync();
    }

    /// <inheritdoc cref="StartAsync"/>
    public async Task StartUnderAsync(string umask)
    {
        Launch("/bin/sh", ["-c", $"umask {umask}; exec '{Dotnet}' exec '{Program}'"]);
        await ListenAsync();
    }

    /// <summary>Runs it to its own end.</summary>
    public async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        Launch(Dotnet, ["exec", Program, .. arguments]);
        return await EndAsync();
    }

    /// <summary>Runs it to its own end where these files hold nothing, and its own runtime finds copies of them elsewhere.</summary>
    public Task<(int ExitCode, string Error)> RunWithoutAsync(IReadOnlyList<string> files)
    {
        LaunchWithout(files);
        return EndAsync();
    }

    /// <summary>Starts it there, and returns when it listens.</summary>
    public Task StartWithoutAsync(IReadOnlyList<string> files)
    {
        LaunchWithout(files);
        return ListenAsync();
    }

    /// <summary>Reads its output up to a line; the line.</summary>
    public async Task<string> ReadToAsync(string part)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process!.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _output.AppendLine(line);
            if (line.Contains(part, StringComparison.Ordinal)) return line;
        }
        throw new AssertionException($"It ended without '{part}'. {Output} {await _error}");
    }

    /// <summary>Sends it a signal.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process!.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Asks it to stop, and waits until it has.</summary>
    public Task<(int ExitCode, string Error)> StopAsync()
    {
        Signal("TERM");
        return EndAsync();
    }

    /// <summary>Ends it as a power cut would: nothing of it is run any more.</summary>
    public Task KillAsync()
    {
        _process!.Kill();
        return _process.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _output.Append(await _process!.StandardOutput.ReadToEndAsync(patience.Token));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, await _error);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        if (neighbour is null) _directory.Delete(recursive: true);
    }

    private static string Dotnet => System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => Path.Combine(Path.GetDirectoryName(typeof(GatewayProcess).Assembly.Location)!, "ChatAuth.Gateway.dll");

    private void LaunchWithout(IReadOnlyList<string> files)
    {
        var copies = _directory.CreateSubdirectory("copies").FullName;
        foreach (var file in files) File.Copy(file, Path.Combine(copies, Path.GetFileName(file)), overwrite: true);
        Environment["LD_LIBRARY_PATH"] = copies;
        var hide = string.Concat(files.Select(file => $"mount --bind /dev/null '{file}' && "));
        Launch("unshare", ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", $"{hide}exec '{Dotnet}' exec '{Program}'"]);
    }

    private void Launch(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        var kept = start.Environment.Where(entry => entry.Key is "PATH" or "DOTNET_ROOT").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept.Concat(Environment).Where(entry => entry.Value is not null)) start.Environment[name] = value;
        start.Environment["HOME"] = _directory.FullName;
        start.Environment["CHATAUTH_STATE_DIR"] = State;
        _process?.Dispose();
        _output.Clear();
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    private async Task ListenAsync() => Address = new((await ReadToAsync("Listening at ")).Split(' ')[^1]);
}
