using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Delivery;

[TestFixture]
public sealed class InMemoryDeliveryLedgerTests : DeliveryLedgerContract
{
    [Test]
    public async Task Oldest_id_gives_way_to_more_than_100_000()
    {
        var ledger = Create();
        await ledger.RecordAsync("telegram:7", [1, 2], default);

        await ledger.RecordAsync("telegram:7", [.. Enumerable.Range(3, 99_999)], default);

        Assert.That(await ledger.FindKnownAsync("telegram:7", [1, 2, 3], default), Is.EquivalentTo((long[])[2, 3]));
    }

    protected override IDeliveryLedger Create() => new InMemoryDeliveryLedger(Clock);
}
