using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Sessions;

[TestFixture]
public sealed class InMemorySessionStoreTests : SessionStoreContract
{
    protected override (ISessionStore Sessions, IAccessStore Access) Create(TimeProvider clock)
    {
        var access = new InMemoryAccessStore();
        return (new InMemorySessionStore(access, clock), access);
    }
}
