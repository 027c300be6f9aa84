using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Profiles;

[TestFixture]
public sealed class InMemoryHealthStoreTests : HealthStoreContract
{
    protected override IHealthStore Create() => new InMemoryHealthStore();
}
