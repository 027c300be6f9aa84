using ChatAuth.Core.Models;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Models;

[TestFixture]
public sealed class InMemoryListingCacheTests : ListingCacheContract
{
    protected override IListingCache Create() => new InMemoryListingCache();
}
