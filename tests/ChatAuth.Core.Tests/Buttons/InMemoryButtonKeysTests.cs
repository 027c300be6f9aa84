using ChatAuth.Core.Buttons;
using ChatAuth.Testing.Contracts;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Buttons;

[TestFixture]
public sealed class InMemoryButtonKeysTests : ButtonKeysContract
{
    protected override IButtonKeys Create() => new InMemoryButtonKeys(new CountingIds(), Clock);
}
