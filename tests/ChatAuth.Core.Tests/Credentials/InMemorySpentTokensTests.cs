using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Credentials;

[TestFixture]
public sealed class InMemorySpentTokensTests : SpentTokensContract
{
    protected override ISpentTokens Open() => new InMemorySpentTokens(Clock);
}
