using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Delivery;

[TestFixture]
public sealed class InMemoryLeaseStoreTests : LeaseStoreContract
{
    protected override ILeaseStore Create() => new InMemoryLeaseStore(Clock);
}
