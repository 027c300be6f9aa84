using System.Diagnostics;
using System.Text.Json;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>Several runs of the program in one conversation, and runs that die: what was acknowledged is there.</summary>
[Parallelizable]
internal sealed class ConcurrentChatTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Two_processes_in_one_conversation_lose_nothing_of_each_other()
    {
        const int Pins = 20;
        var input = string.Concat(Enumerable.Range(0, Pins).Select(at => $"/model opus@{(at % 2 == 0 ? "work" : "personal")}\nhello\n"));

        var runs = await Task.WhenAll(_cli.RunAsync("chat --demo --json", input), _cli.RunAsync("chat --demo --json", input));

        var lines = runs.SelectMany(run => run.Lines).ToList();
        var changes = lines.Where(line => line.GetProperty("kind").GetString() == "choice-changed").Select(VersionOf).ToList();
        Assert.That(lines.Select(line => line.GetProperty("kind").GetString()), Is.All.AnyOf("choice-changed", "answer"));
        Assert.That(lines, Has.Count.EqualTo(4 * Pins));
        Assert.That(changes.Max(), Is.EqualTo(await VersionAsync()), "the last change that was told is the one that holds");
    }

    [Test]
    [Proof]
    public async Task Every_acknowledged_pin_is_in_the_history_after_a_kill([Range(1, 10)] int round)
    {
        using var process = _cli.Start("chat --demo --json");
        var error = process.StandardError.ReadToEndAsync();
        var feeding = PinForeverAsync(process);
        var acknowledged = new List<long>();
        while (acknowledged.Count < 7 * round) acknowledged.Add(VersionOf(JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement));

        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { Length: > 0 } line && line[^1] == '}') acknowledged.Add(VersionOf(JsonDocument.Parse(line).RootElement));
        await feeding;
        await CliProcess.EndAsync(process, Task.FromResult(""), error);
        var export = await ExportAsync();

        // Each pin is one saved version and one row: the rows reach at least as far as the last version that was told.
        Assert.That(acknowledged, Is.EqualTo(Enumerable.Range(1, acknowledged.Count)));
        Assert.That(export.GetProperty("history").GetArrayLength(), Is.EqualTo(export.GetProperty("version").GetInt64()));
        Assert.That(export.GetProperty("history").GetArrayLength(), Is.InRange(acknowledged.Count, acknowledged.Count + 100));
    }

    private static async Task PinForeverAsync(Process process)
    {
        try
        {
            while (true) await process.StandardInput.BaseStream.WriteAsync("/model opus@work\n/model opus@personal\n"u8.ToArray());
        }
        catch (IOException)
        {
            // It was killed.
        }
    }

    private static long VersionOf(JsonElement line) => line.GetProperty("session").GetProperty("version").GetInt64();

    private async Task<long> VersionAsync() => (await ExportAsync()).GetProperty("version").GetInt64();

    private async Task<JsonElement> ExportAsync() => (await _cli.RunAsync("sessions export t1", "", _cli.DemoState)).Json;
}
