using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing;

namespace ChatAuth.Storage.Tests.Sqlite;

public sealed partial class SqliteSessionStoreTests
{
    [Test]
    [Proof]
    public async Task Thousand_pins_by_eight_instances_are_all_applied()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => new SqliteSessionStore(_files.Open(), Clock)).ToList();

        await Together(async writer =>
        {
            for (var i = 0; i < 125; i++) Assert.That(await Pin(stores[writer], Group, $"{writer}:{i}", $"p{writer}-{i}"), Is.True);
        });

        await AssertEveryPinIsInTheHistory(1000);
    }

    [Test]
    [Proof]
    public async Task Thousand_pins_by_eight_processes_are_all_applied()
    {
        var writers = Enumerable.Range(0, 8).Select(writer => PinningProcess.Start(_files.Path, $"w{writer}", 125)).ToList();

        var acknowledged = await Task.WhenAll(writers.Select(writer => writer.StandardOutput.ReadToEndAsync()));

        foreach (var writer in writers) await writer.WaitForExitAsync();
        var history = await Sessions.ListHistoryAsync(PinningProcess.Chat, int.MaxValue, default);
        Assert.That(string.Concat(acknowledged).Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1000));
        Assert.That(history.Select(entry => entry.Cause).Distinct().Count(), Is.EqualTo(1000));
    }

    [Test]
    [Proof]
    public async Task Acknowledged_pins_survive_the_kill_of_their_writer()
    {
        using var writer = PinningProcess.Start(_files.Path, "w", 100_000);
        for (var i = 0; i < 200; i++) await writer.StandardOutput.ReadLineAsync();

        writer.Kill();
        var rest = await writer.StandardOutput.ReadToEndAsync();

        var acknowledged = 200 + rest.Count(c => c == '\n');
        var session = (await Load(PinningProcess.Chat)).Session;
        Assert.That(session.Version, Is.EqualTo(acknowledged).Or.EqualTo(acknowledged + 1), "At most the one that was under way came too");
        Assert.That(await Sessions.ListHistoryAsync(PinningProcess.Chat, int.MaxValue, default), Has.Count.EqualTo(session.Version));
        Assert.That(await Pin(Group, "after", "work"), Is.True);
    }
}
