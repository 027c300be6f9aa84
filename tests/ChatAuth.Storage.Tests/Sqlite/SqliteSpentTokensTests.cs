using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteSpentTokensTests : SpentTokensContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public async Task Token_is_known_to_another_process_and_after_a_restart()
    {
        await new SqliteSpentTokens(_files.Open(), Clock).RecordAsync("fake-a", default);

        Assert.That(await new SqliteSpentTokens(_files.Open(), Clock).HasAsync("fake-a", default), Is.True);
    }

    protected override ISpentTokens Open()
    {
        _files = new TemporaryDatabase();
        return new SqliteSpentTokens(_files.Open(), Clock);
    }
}
