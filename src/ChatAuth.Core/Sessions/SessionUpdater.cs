using ChatAuth.Core.Commands;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Sessions;

/// <summary>Changes conversations: load, apply and save in one transaction of the store, with everything that has ended by now recorded first.</summary>
internal sealed class SessionUpdater(ISessionStore store, TimeProvider time, IIdFactory ids)
{
    /// <summary>Reads the conversation of a message; nothing is written, not even an end.</summary>
    public async ValueTask<SessionDraft> PeekAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = await store.LoadAsync(context.Asker.Conversation, null, cancellationToken).ConfigureAwait(false);
        var draft = Draft(snapshot, context, now, ended: false);
        if (FindDue(snapshot, now) is not null) draft.Apply(new SessionEvent.EndReached(draft.Draw()));
        return draft;
    }

    /// <summary>Reads the conversation of a message, after recording what has ended.</summary>
    public async Task<SessionDraft> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var ended = false;
        while (true)
        {
            var now = time.GetUtcNow();
            var snapshot = await store.LoadAsync(context.Asker.Conversation, null, cancellationToken).ConfigureAwait(false);
            if (FindDue(snapshot, now) is not { } due) return Draft(snapshot, context, now, ended);
            ended |= await EndAsync(due, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Changes the conversation of a message. The decision may run more than once; only its last run counts.</summary>
    public async Task<T> UpdateAsync<T>(CommandContext context, Func<SessionDraft, T> decide, CancellationToken cancellationToken)
    {
        var ended = false;
        while (true)
        {
            var now = time.GetUtcNow();
            var (due, result) = await store.UpdateAsync(
                context.Asker.Conversation, context.Cause, snapshot => Decide(snapshot, context, now, ended, decide), cancellationToken).ConfigureAwait(false);
            if (due is null) return result;
            ended |= await EndAsync(due.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records the end of what has ended in a conversation; false when somebody else did.</summary>
    public Task<bool> EndAsync(SessionKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.UpdateAsync(key, null, snapshot =>
        {
            if (snapshot.Session.State.Follows || !(snapshot.Session.State.Choice.NextEnd <= now)) return new SessionUpdate<bool>(false);
            var draft = new SessionDraft(snapshot, null, null, now, Draw);
            draft.Apply(new SessionEvent.EndReached(Draw()));
            return draft.Close(true);
        }, cancellationToken);
    }

    private SessionUpdate<(SessionKey? Due, T Result)> Decide<T>(
        SessionSnapshot snapshot, CommandContext context, DateTimeOffset now, bool ended, Func<SessionDraft, T> decide)
    {
        if (FindDue(snapshot, now) is { } due) return new((due, default!));
        var draft = Draft(snapshot, context, now, ended);
        return draft.Close(((SessionKey?)null, decide(draft)));
    }

    private SessionDraft Draft(SessionSnapshot snapshot, CommandContext context, DateTimeOffset now, bool ended) =>
        new(snapshot, context.Asker.Person, context.Cause, now, Draw) { EndedJustNow = ended };

    private ChoiceId Draw() => new(ids.NextBits());

    private static SessionKey? FindDue(SessionSnapshot snapshot, DateTimeOffset now)
    {
        var owner = snapshot.Session.State.Follows ? snapshot.Parent : snapshot.Session;
        return owner is { State.Follows: false } && owner.State.Choice.NextEnd <= now ? owner.Key : null;
    }
}
