using System.Runtime.CompilerServices;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Sessions;

/// <summary>Conversations kept by this process and lost with it: for tests and small bots.</summary>
internal sealed class InMemorySessionStore(InMemoryAccessStore access, TimeProvider clock) : ISessionStore
{
    private readonly Dictionary<SessionKey, InMemoryConversation> _conversations = [];
    private readonly Dictionary<SessionKey, SessionKey> _aliases = [];
    private readonly Dictionary<ChangeCause, SessionKey> _causes = [];
    private long _lastId;

    public ValueTask<SessionSnapshot> LoadAsync(SessionKey key, ChangeCause? cause, CancellationToken cancellationToken) =>
        new(Locked(() => Snapshot(Resolve(key), cause), cancellationToken));

    public Task<T> UpdateAsync<T>(
        SessionKey key, ChangeCause? cause, Func<SessionSnapshot, SessionUpdate<T>> decide, CancellationToken cancellationToken, ProbeWindow? probes = null) => Locked(
        () =>
        {
            var resolved = Resolve(key);
            var update = decide(Snapshot(resolved, cause) with { Probes = probes is null ? [] : ProbesIn(probes) });
            Save(resolved, update.Next, update.History, update.Attempt);
            return update.Result;
        },
        cancellationToken);

    public async Task CloseAttemptAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (access.Gate)
        {
            var attempts = OfCause(attempt.Cause)?.Attempts;
            var at = attempts?.FindIndex(open => open.Cause == attempt.Cause && open.Number == attempt.Number) ?? -1;
            if (at >= 0 && attempts![at].Outcome is AttemptOutcome.Open) attempts[at] = attempt.In(attempts[at].Session);
        }
    }

    public Task<IReadOnlyList<HistoryEntry>> ListHistoryAsync(SessionKey key, int count, CancellationToken cancellationToken) =>
        List(() => (Find(Resolve(key))?.History ?? []).OrderByDescending(entry => entry.Id), count, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListChangesAsync(long after, int count, CancellationToken cancellationToken) => List(
        () => _conversations.Values.SelectMany(conversation => conversation.History).Where(entry => entry.Id > after).OrderByDescending(entry => entry.Id),
        count, cancellationToken);

    public Task<IReadOnlyList<Session>> ListAsync(int count, CancellationToken cancellationToken) =>
        List(() => Saved().OrderByDescending(session => session.UpdatedAt), count, cancellationToken);

    public async IAsyncEnumerable<SessionKey> ListDueAsync(DateTimeOffset by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var due = await List(
            () => Saved()
                .Where(session => !session.State.Follows && session.State.Choice.NextEnd <= by)
                .OrderBy(session => session.State.Choice.NextEnd),
            int.MaxValue,
            cancellationToken).ConfigureAwait(false);
        foreach (var session in due) yield return session.Key;
    }

    public Task<bool> DeleteAsync(SessionKey key, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var resolved = Resolve(key);
            if (!_conversations.Remove(resolved, out var removed)) return false;
            foreach (var cause in removed.History.Select(entry => entry.Cause).Concat(removed.Attempts.Select(attempt => (ChangeCause?)attempt.Cause)))
            {
                if (cause is { } used) _causes.Remove(used);
            }
            return removed.Session is not null;
        },
        cancellationToken);

    public Task<MoveOutcome> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken)
    {
        if (from.Thread is not null || to.Thread is not null) throw new ArgumentException("A conversation moves with its threads; a thread alone does not.");
        return Locked(
            () =>
            {
                var (source, target) = (Resolve(from), Resolve(to));
                if (source == target) return MoveOutcome.AlreadyMoved;
                foreach (var alias in _aliases.Where(alias => alias.Value == source).ToList()) _aliases[alias.Key] = target;
                _aliases[source] = target;
                var outcome = MoveOutcome.Moved;
                foreach (var key in _conversations.Keys.Where(key => (key with { Thread = null }) == source).ToList())
                {
                    _conversations.Remove(key, out var moved);
                    if (Own(Resolve(key)).Absorb(moved!, Resolve(key))) outcome = MoveOutcome.KeptOwnChoice;
                }
                access.Move(source, target);
                return outcome;
            },
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<SessionKey>> ListOtherKeysAsync(SessionKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (access.Gate)
        {
            return new(_aliases.Count == 0 ? [] : OtherKeys(key));
        }
    }

    private IReadOnlyList<SessionKey> OtherKeys(SessionKey key)
    {
        var present = Resolve(key) with { Thread = null };
        return [.. _aliases.Where(alias => alias.Value == present).Select(alias => alias.Key).Append(present)
            .Select(other => other with { Thread = key.Thread }).Where(other => other != key)];
    }

    private SessionSnapshot Snapshot(SessionKey key, ChangeCause? cause)
    {
        var own = Find(key);
        var ofCause = cause is { } known ? OfCause(known) : null;
        return new SessionSnapshot(
            own?.Session ?? Session.New(key),
            key.Parent is { } parent ? Find(parent)?.Session ?? Session.New(parent) : null,
            access.Grants,
            own?.LastReceipt,
            own?.Undoable,
            ofCause?.History.Find(entry => entry.Cause == cause),
            ofCause is null ? [] : [.. ofCause.Attempts.Where(attempt => attempt.Cause == cause).OrderBy(attempt => attempt.Number)]);
    }

    private IReadOnlyList<DateTimeOffset> ProbesIn(ProbeWindow window) =>
    [
        .. _conversations.Values
            .SelectMany(conversation => conversation.Attempts)
            .Where(attempt => attempt.Purpose is AttemptPurpose.Probe && attempt.By == window.By && attempt.StartedAt > window.After && attempt.StartedAt < window.Before)
            .Select(attempt => attempt.StartedAt)
            .OrderDescending()
            .Take(window.Most),
    ];

    private void Save(SessionKey key, SessionState? next, HistoryEntry? entry, Attempt? attempt)
    {
        var applied = entry?.Cause is { } cause && OfCause(cause)?.History.Exists(other => other.Cause == cause) == true;
        var opened = attempt is not null
            && OfCause(attempt.Cause)?.Attempts.Exists(other => other.Cause == attempt.Cause && other.Number == attempt.Number) == true;
        if (applied || opened) throw new InvalidOperationException("What this cause did is recorded already.");

        if (next is not null) Own(key).Session = new Session(key, (Find(key)?.Session?.Version ?? 0) + 1, next, clock.GetUtcNow());
        if (entry is not null)
        {
            Own(key).History.Add(entry with { Id = ++_lastId, Session = key });
            if (entry.Cause is { } used) _causes[used] = key;
        }
        if (attempt is not null)
        {
            Own(key).Attempts.Add(attempt.In(key));
            _causes[attempt.Cause] = key;
        }
    }

    private SessionKey Resolve(SessionKey key) =>
        _aliases.TryGetValue(key with { Thread = null }, out var target) ? target with { Thread = key.Thread } : key;

    private InMemoryConversation? Find(SessionKey key) => _conversations.GetValueOrDefault(key);

    private InMemoryConversation? OfCause(ChangeCause cause) => _causes.TryGetValue(cause, out var key) ? Find(Resolve(key)) : null;

    private InMemoryConversation Own(SessionKey key)
    {
        if (!_conversations.TryGetValue(key, out var conversation)) _conversations[key] = conversation = new InMemoryConversation();
        return conversation;
    }

    private IEnumerable<Session> Saved() => _conversations.Values.Select(conversation => conversation.Session).OfType<Session>();

    private Task<IReadOnlyList<T>> List<T>(Func<IEnumerable<T>> query, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Locked<IReadOnlyList<T>>(() => [.. query().Take(count)], cancellationToken);
    }

    private async Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (access.Gate)
        {
            return work();
        }
    }
}
