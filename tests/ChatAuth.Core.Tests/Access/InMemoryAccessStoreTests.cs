using ChatAuth.Core.Access;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Access;

[TestFixture]
public sealed class InMemoryAccessStoreTests : AccessStoreContract
{
    protected override IAccessStore Create() => new InMemoryAccessStore();
}
