using System.Globalization;
using ChatAuth.Core.Delivery;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing;
using ChatAuth.Testing.Contracts;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteLeaseStoreTests : LeaseStoreContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    [Proof]
    public async Task Eight_processes_hold_a_lease_one_after_another()
    {
        var holders = Enumerable.Range(0, 8).Select(i => LeasingProcess.Start(_files.Path, $"h{i}", 25)).ToList();

        var said = await Task.WhenAll(holders.Select(holder => holder.StandardOutput.ReadToEndAsync()));

        foreach (var holder in holders) await holder.WaitForExitAsync();
        var spans = string.Concat(said).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray())
            .OrderBy(span => span[0]).ToList();
        Assert.That(spans, Has.Count.EqualTo(200));
        Assert.That(spans.Zip(spans.Skip(1)).Where(pair => pair.First[1] > pair.Second[0]), Is.Empty, "Two held it at once");
    }

    [Test]
    [Proof]
    public async Task Lease_of_a_killed_holder_is_free_after_its_duration_and_not_before()
    {
        using var holder = LeasingProcess.Start(_files.Path, "killed", 0);
        await holder.StandardOutput.ReadLineAsync();
        var time = new FakeTime(DateTimeOffset.UtcNow);
        var leases = new SqliteLeaseStore(_files.Open(), time);

        holder.Kill();
        await holder.WaitForExitAsync();

        Assert.That(await leases.TryTakeAsync(LeasingProcess.Lease, "next", LeasingProcess.Duration, default), Is.False);
        time.Advance(LeasingProcess.Duration);
        Assert.That(await leases.TryTakeAsync(LeasingProcess.Lease, "next", LeasingProcess.Duration, default), Is.True);
    }

    protected override ILeaseStore Create()
    {
        _files = new TemporaryDatabase();
        return new SqliteLeaseStore(_files.Open(), Clock);
    }
}
