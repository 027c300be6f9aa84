using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>A database that is held by others or full: a wait or a refusal by its code, and nothing that was acknowledged is lost.</summary>
[Parallelizable]
internal sealed class DatabaseFaultTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Database_that_another_process_holds_for_a_while_is_waited_for()
    {
        await _cli.RunAsync("chat --demo", "/model opus@work\n");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_cli.DemoState, "chatauth.db")};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.BeginTransaction(deferred: false);
        using var process = _cli.Start("chat --demo --json");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync("/model status\n");
        await process.StandardInput.FlushAsync();
        var status = await process.StandardOutput.ReadLineAsync();

        // It reads beside the one who writes. Its own write begins now and waits; whichever comes first, this end of the hold or its try, it must succeed.
        var feeding = CliProcess.FeedAsync(process, Encoding.UTF8.GetBytes("/model opus@personal\nhello\n"));
        await Task.Delay(500);
        await hold.RollbackAsync();
        await feeding;
        var run = await CliProcess.EndAsync(process, process.StandardOutput.ReadToEndAsync(), error);

        Assert.That(status, Does.Contain("anthropic:work"));
        Assert.That(run.Lines.Select(line => line.GetProperty("kind").GetString()), Is.EqualTo(new[] { "choice-changed", "answer" }));
        Assert.That(run.Lines[1].GetProperty("served").GetProperty("profile").GetString(), Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task Full_disk_refuses_by_code_and_keeps_every_acknowledged_pin()
    {
        using var disk = SmallDisk.Mount(_cli.State);
        await _cli.RunAsync("chat --demo", "/model opus@work\n");
        disk.FillBut(160 * 1024);

        var run = await _cli.RunAsync("chat --demo --json", string.Concat(Enumerable.Repeat("/model opus@personal\n/model opus@work\n", 150)));
        var status = await _cli.RunAsync("chat --demo --json", "/model status\n");
        disk.Free();
        var export = (await _cli.RunAsync("sessions export t1", "", _cli.DemoState)).Json;
        var after = await _cli.RunAsync("chat --demo --json", "/model opus@personal\nhello\n");

        var told = run.Lines.Where(line => line.GetProperty("kind").GetString() == "choice-changed").ToList();
        var refused = run.Lines.Where(line => line.GetProperty("kind").GetString() == "failed").Select(line => line.GetProperty("code").GetString()).ToList();
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(refused, Is.Not.Empty.And.All.EqualTo("database-unavailable"));
        Assert.That(told, Has.Count.EqualTo(run.Lines.Count - refused.Count));
        Assert.That(told.Select(line => line.GetProperty("session").GetProperty("version").GetInt64()).Max(), Is.EqualTo(export.GetProperty("version").GetInt64()));
        Assert.That(status.Lines.Single().TryGetProperty("code", out var code) ? code.GetString() : null, Is.AnyOf(null, "database-unavailable", "store-unwritable"));
        Assert.That(export.GetProperty("history").GetArrayLength(), Is.EqualTo(export.GetProperty("version").GetInt64()).And.GreaterThan(1));
        Assert.That(after.Lines[1].GetProperty("served").GetProperty("profile").GetString(), Is.EqualTo("anthropic:personal"));
    }

    /// <summary>A file system of one megabyte. Needs root.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private const int Size = 1024 * 1024;
        private readonly string _path;

        private SmallDisk(string path) => _path = path;

        private string Filler => Path.Combine(_path, "filler");

        public static SmallDisk Mount(string path)
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Ignore("Needs root on Linux: sudo dotnet test");
            Directory.CreateDirectory(path);
            Run("mount", "-t", "tmpfs", "-o", $"size={Size},mode=0700", "tmpfs", path);
            return new SmallDisk(path);
        }

        public void FillBut(long left) => File.WriteAllBytes(Filler, new byte[new DriveInfo(_path).AvailableFreeSpace - left]);

        public void Free() => File.Delete(Filler);

        public void Dispose() => Run("umount", _path);

        private static void Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) Assert.Ignore($"This machine does not let {program} do it: {error}");
        }
    }
}
