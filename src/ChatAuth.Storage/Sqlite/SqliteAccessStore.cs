using ChatAuth.Core.Access;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Owners, grants and claim codes in the session database.</summary>
internal sealed class SqliteAccessStore(SqliteDatabase database) : IAccessStore
{
    public Task<Grants> LoadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(GrantRows.Load));
    }

    public Task<bool> SaveOwnerAsync(Person person, bool owner, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => GrantRows.SaveOwner(connection, person, owner), cancellationToken);

    public Task SaveRuleAsync(AccessRule rule, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => GrantRows.SaveRule(connection, rule), cancellationToken, isRepeatable: true);

    public Task<int> DeleteRulesAsync(Person person, ConversationPattern? conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => GrantRows.DeleteRules(connection, person, conversation), cancellationToken);

    public Task SaveClaimAsync(byte[] hash, DateTimeOffset expires, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ClaimRows.Save(connection, hash, expires), cancellationToken, isRepeatable: true);

    public Task VoidClaimAsync(byte[] hash, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ClaimRows.Void(connection, hash), cancellationToken, isRepeatable: true);

    public Task<ClaimOutcome> ClaimAsync(Person person, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ClaimRows.Try(connection, person, hash, now), cancellationToken);
}
