using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ChatAuth.Storage.Tests.Files;

/// <summary>What this process asks of the kernel, seen by strace from outside.</summary>
internal sealed partial class SystemCallTrace : IDisposable
{
    private readonly Process _strace;
    private readonly string _directory;
    private readonly List<string> _lines = [];
    private readonly Task _reading;
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SystemCallTrace(Process strace, string directory)
    {
        _strace = strace;
        _directory = directory;
        _reading = ReadAsync();
    }

    /// <summary>Starts watching; the test is a reported skip where strace is missing or may not.</summary>
    /// <param name="calls">The names of the calls, as strace takes them.</param>
    /// <param name="directory">Calls that concern nothing in it are left out.</param>
    public static async Task<SystemCallTrace> AttachAsync(string calls, string directory)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/strace")) Assert.Ignore("Needs strace: apt-get install strace");
        string[] arguments = ["-f", "-y", "-e", $"trace={calls}", "-p", $"{Environment.ProcessId}"];
        var strace = Process.Start(new ProcessStartInfo("/usr/bin/strace", arguments) { RedirectStandardError = true })!;
        var trace = new SystemCallTrace(strace, directory);
        await Task.WhenAny(trace._attached.Task, trace._reading);
        if (!trace._attached.Task.IsCompleted) Assert.Ignore("This machine does not let strace watch: sudo dotnet test");
        return trace;
    }

    /// <summary>Stops watching; the calls in their order, without the random parts.</summary>
    public IReadOnlyList<string> Detach()
    {
        Needs.Run("kill", "-INT", $"{_strace.Id}");
        _reading.Wait();
        return [.. _lines.Where(line => line.Contains(_directory, StringComparison.Ordinal)).Select(Describe)];
    }

    public void Dispose()
    {
        if (!_strace.HasExited) _strace.Kill();
        _strace.Dispose();
    }

    private string Describe(string line) =>
        line.Contains($"<{_directory}>", StringComparison.Ordinal) ? $"{Name().Match(line).Value} directory"
        : line.Contains("rename", StringComparison.Ordinal) ? "rename"
        : $"{Name().Match(line).Value} file";

    private async Task ReadAsync()
    {
        while (await _strace.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("attached", StringComparison.Ordinal)) _attached.TrySetResult();
            _lines.Add(line);
        }
    }

    [GeneratedRegex("fsync|rename")]
    private static partial Regex Name();
}
