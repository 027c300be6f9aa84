using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Delivery;

[TestFixture]
public sealed class InMemoryNoticeLedgerTests : NoticeLedgerContract
{
    protected override INoticeLedger Open(int? capacity) => capacity is { } most ? new InMemoryNoticeLedger(most) : new InMemoryNoticeLedger();
}
