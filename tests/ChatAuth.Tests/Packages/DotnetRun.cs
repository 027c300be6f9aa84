using System.Diagnostics;
using System.Text;

namespace ChatAuth.Tests.Packages;

/// <summary>What a program did.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs the SDK in this environment, as a person here would. It leaves no server behind.</summary>
    public static Task<DotnetRun> SdkAsync(string folder, params string[] words) => RunAsync(new ProcessStartInfo(Dotnet, words)
    {
        WorkingDirectory = folder,
        Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false", ["UseRazorBuildServer"] = "false" },
    });

    /// <summary>Runs a program with the given home and nothing else of this environment but the path to .NET; whom it asked over a proxy would not answer.</summary>
    public static Task<DotnetRun> AloneAsync(string folder, string home, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder };
        var kept = start.Environment.Where(entry => entry.Key is "PATH" or "DOTNET_ROOT" or "SystemRoot").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy" }) start.Environment[name] = "http://127.0.0.1:9";
        foreach (var name in new[] { "HOME", "DOTNET_CLI_HOME" }) start.Environment[name] = home;
        foreach (var name in new[] { "DOTNET_NOLOGO", "DOTNET_CLI_TELEMETRY_OPTOUT", "MSBUILDDISABLENODEREUSE" }) start.Environment[name] = "1";
        foreach (var name in new[] { "DOTNET_GENERATE_ASPNET_CERTIFICATE", "UseSharedCompilation" }) start.Environment[name] = "false";
        return RunAsync(start);
    }

    /// <summary>This run; the test fails with what it wrote unless it ended well.</summary>
    public DotnetRun Succeeded()
    {
        Assert.That(ExitCode, Is.Zero, Output);
        return this;
    }

    private static async Task<DotnetRun> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new DotnetRun(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It does not end: {start.FileName} {string.Join(' ', start.ArgumentList)}");
        }
    }
}
