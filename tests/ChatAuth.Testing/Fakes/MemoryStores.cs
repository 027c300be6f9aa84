using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Fakes;

/// <summary>The stores of Core that live in memory, as one installation has them.</summary>
public sealed class MemoryStores
{
    public MemoryStores(TimeProvider time)
    {
        var access = new InMemoryAccessStore();
        Access = access;
        Sessions = new InMemorySessionStore(access, time);
        Health = new InMemoryHealthStore();
        Listings = new InMemoryListingCache();
    }

    public IAccessStore Access { get; }

    public ISessionStore Sessions { get; }

    public IHealthStore Health { get; }

    public IListingCache Listings { get; }
}
