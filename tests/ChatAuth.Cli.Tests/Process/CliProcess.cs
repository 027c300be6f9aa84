using System.Diagnostics;
using System.Text;

namespace ChatAuth.Cli.Tests.Process;

/// <summary>What one run of the program left.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error);

/// <summary>The built program in a process of its own, on a state directory of its own, with nothing of this process's environment.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string State { get; } = Directory.CreateTempSubdirectory("chatauth-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public Task<CliRun> Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the program with these lines as its input.</summary>
    public Task<CliRun> Type(IEnumerable<string> lines, params string[] arguments) =>
        Run(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), arguments);

    public async Task<CliRun> Run(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new CliRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program; its streams are the caller's.</summary>
    public System.Diagnostics.Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetHost, ["exec", Path.Join(AppContext.BaseDirectory, "ChatAuth.Cli.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        start.Environment["CHATAUTH_STATE_DIR"] = State;
        start.Environment["HOME"] = State;
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(State, recursive: true);

    private static string DotnetHost => System.Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
