using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Telemetry;

namespace ChatAuth.Core.Sessions;

/// <summary>Changes conversations: load, apply and save in one transaction of the store, with everything that has ended by now recorded first.</summary>
internal sealed class SessionUpdater(ISessionStore store, TimeProvider time, IIdFactory ids, ChatAuthMeter meter)
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
    /// <param name="context">The message.</param>
    /// <param name="decide">What is changed.</param>
    /// <param name="cancellationToken">Cancels before anything is changed.</param>
    /// <param name="cap">Counts the person's probes in the same transaction; null where none is begun.</param>
    public async Task<T> UpdateAsync<T>(CommandContext context, Func<SessionDraft, T> decide, CancellationToken cancellationToken, ProbeCap? cap = null)
    {
        var ended = false;
        while (true)
        {
            var now = time.GetUtcNow();
            SessionDraft? draft = null;
            var (due, result) = await store.UpdateAsync(
                context.Asker.Conversation, context.Cause, snapshot => Decide(snapshot, context, now, ended, decide, out draft), cancellationToken,
                cap?.WindowOf(context.Asker.Person ?? Person.Operator, now)).ConfigureAwait(false);
            if (draft is not null) meter.Changed(draft.Facts);
            if (due is null) return result;
            ended |= await EndAsync(due.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records the end of what has ended in a conversation; false when somebody else did.</summary>
    public async Task<bool> EndAsync(SessionKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        SessionDraft? draft = null;
        var ended = await store.UpdateAsync(key, null, snapshot =>
        {
            draft = null;
            if (snapshot.Session.State.Follows || !(snapshot.Session.State.Choice.NextEnd <= now)) return new SessionUpdate<bool>(false);
            draft = new SessionDraft(snapshot, null, null, now, Draw);
            draft.Apply(new SessionEvent.EndReached(Draw()));
            return draft.Close(true);
        }, cancellationToken).ConfigureAwait(false);
        if (draft is not null) meter.Changed(draft.Facts);
        return ended;
    }

    private SessionUpdate<(SessionKey? Due, T Result)> Decide<T>(
        SessionSnapshot snapshot, CommandContext context, DateTimeOffset now, bool ended, Func<SessionDraft, T> decide, out SessionDraft? draft)
    {
        draft = null;
        if (FindDue(snapshot, now) is { } due) return new((due, default!));
        draft = Draft(snapshot, context, now, ended);
        return draft.Close(((SessionKey?)null, decide(draft)));
    }

    private SessionDraft Draft(SessionSnapshot snapshot, CommandContext context, DateTimeOffset now, bool ended) =>
        new(snapshot, context.Asker.Person, context.Cause, now, Draw)
        {
            EndedJustNow = ended,
            IfChoice = context.Tap?.Choice,
            Typed = context is { Tap: null, Sequence: { } number } ? new MessageNumber(context.Asker.Conversation.Conversation, number) : null,
        };

    private ChoiceId Draw() => new(ids.NextBits());

    private static SessionKey? FindDue(SessionSnapshot snapshot, DateTimeOffset now)
    {
        var owner = snapshot.Session.State.Follows ? snapshot.Parent : snapshot.Session;
        return owner is { State.Follows: false } && owner.State.Choice.NextEnd <= now ? owner.Key : null;
    }
}

/// <summary>A change of one conversation in the making, inside the store's transaction: what was read, and what events made of it so far.</summary>
internal sealed class SessionDraft(SessionSnapshot snapshot, Person? by, ChangeCause? cause, DateTimeOffset now, Func<ChoiceId> draw)
{
    private HistoryEntry? _history;
    private Attempt? _attempt;
    private List<SessionEvent>? _facts;

    /// <summary>What was read.</summary>
    public SessionSnapshot Snapshot => snapshot;

    /// <summary>The state that is effective, with the events applied so far.</summary>
    public SessionState State { get; private set; } = snapshot.Effective;

    /// <summary>Who changes it; null when no person does.</summary>
    public Person? By => by;

    /// <summary>The present.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The choice is the parent's.</summary>
    public bool IsInherited => State.Follows && snapshot.Parent is not null;

    /// <summary>The same message or tap was applied before.</summary>
    public bool IsRepeat => snapshot.Applied is not null;

    /// <summary>What the same message or tap changed before still holds: its reply may have got lost, and is given again.</summary>
    public bool StillHolds => snapshot.Applied is { } applied && applied.Before != applied.After && applied.After == State.Choice;

    /// <summary>The end of a selection or pin was recorded just before this change, by the same call.</summary>
    public bool EndedJustNow { get; init; }

    /// <summary>The choice under which the button was drawn that changes it; null for a text.</summary>
    public ChoiceId? IfChoice { get; init; }

    /// <summary>The choice has moved since the button was drawn that was tapped.</summary>
    public bool IsStale => IfChoice is { } drawnUnder && drawnUnder != snapshot.Effective.ChoiceId;

    /// <summary>The message that changes it; null for a tap.</summary>
    public MessageNumber? Typed { get; init; }

    /// <summary>The version that the conversation has once this is saved.</summary>
    public long Version => ReferenceEquals(State, snapshot.Effective) ? snapshot.Session.Version : snapshot.Session.Version + 1;

    /// <summary>What of the events applied so far changed a pin, asked a question or answered one.</summary>
    public IReadOnlyList<SessionEvent> Facts => _facts ?? [];

    /// <summary>A fresh choice id.</summary>
    public ChoiceId Draw() => draw();

    /// <summary>Applies an event; returns why it does not apply, or null.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="undoes">The history entry that it takes back.</param>
    public ErrorCode? Apply(SessionEvent happened, long? undoes = null)
    {
        switch (SessionMachine.Apply(State, Conditional(happened), now))
        {
            case SessionOutcome.Transition { Next: var next }:
                if (happened is SessionEvent.QuestionAnswered || (happened is SessionEvent.OfPeople && next.ChoiceId != State.ChoiceId))
                {
                    _history = Entry(happened, next) with { By = by, Cause = cause, Undoes = undoes };
                }
                else if (happened is SessionEvent.ProfileBroke or SessionEvent.ProfileMended && next.Choice != State.Choice)
                {
                    _history ??= Entry(happened, next);
                }
                if (happened is SessionEvent.QuestionAsked or SessionEvent.QuestionAnswered || !next.Pins.Equals(State.Pins)) (_facts ??= []).Add(happened);
                if (!ReferenceEquals(next, State)) State = next.Under(snapshot.Parent?.State);
                return null;
            case SessionOutcome.Refusal refusal:
                return refusal.Code;
            default:
                throw new InvalidOperationException();
        }
    }

    private HistoryEntry Entry(SessionEvent happened, SessionState next) =>
        new(0, snapshot.Session.Key, now, Kebab.Of(happened.GetType().Name), null, null, State.Choice, next.Choice);

    /// <summary>What a person does holds under the choice that their button shows, and by the newest message only.</summary>
    private SessionEvent Conditional(SessionEvent happened) => happened switch
    {
        SessionEvent.EndReached => happened,
        SessionEvent.OfPeople byPerson => byPerson with { IfChoice = IfChoice, Typed = Typed },
        SessionEvent.QuestionAnswered => happened with { IfChoice = IfChoice },
        _ => happened,
    };

    /// <summary>The reply to this change names that payer: it may be charged without a further question. A redelivery tells nobody anything.</summary>
    public void Acknowledge(Payer? payer)
    {
        if (!IsRepeat && State.Acknowledged != payer) State = State with { Acknowledged = payer };
    }

    /// <summary>Takes every applied event back: nothing is saved.</summary>
    public void Abandon() => (State, _history, _facts) = (snapshot.Effective, null, null);

    /// <summary>Opens an attempt together with the change.</summary>
    public void Open(Attempt attempt) => _attempt = attempt;

    /// <summary>The update that the store makes durable.</summary>
    public SessionUpdate<T> Close<T>(T result) =>
        new(result, ReferenceEquals(State, snapshot.Effective) ? null : State, _history, _attempt);
}
