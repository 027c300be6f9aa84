using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Core.Tests.Credentials;

public sealed class InMemoryRefreshJournalTests : RefreshJournalContract
{
    protected override IRefreshJournal Make() => new InMemoryRefreshJournal();
}
