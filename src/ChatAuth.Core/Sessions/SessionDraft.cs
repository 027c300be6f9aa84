using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>A change of one conversation in the making, inside the store's transaction: what was read, and what events made of it so far.</summary>
internal sealed class SessionDraft(SessionSnapshot snapshot, Person? by, ChangeCause? cause, DateTimeOffset now, Func<ChoiceId> draw)
{
    private HistoryEntry? _history;
    private Attempt? _attempt;

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

    /// <summary>The end of a selection or pin was recorded just before this change, by the same call.</summary>
    public bool EndedJustNow { get; init; }

    /// <summary>The version that the conversation has once this is saved.</summary>
    public long Version => ReferenceEquals(State, snapshot.Effective) ? snapshot.Session.Version : snapshot.Session.Version + 1;

    /// <summary>A fresh choice id.</summary>
    public ChoiceId Draw() => draw();

    /// <summary>Applies an event; returns why it does not apply, or null.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="undoes">The history entry that it takes back.</param>
    public ErrorCode? Apply(SessionEvent happened, long? undoes = null)
    {
        switch (SessionMachine.Apply(State, happened, now))
        {
            case SessionOutcome.Transition { Next: var next }:
                if (happened is SessionEvent.OfPeople && next.ChoiceId != State.ChoiceId)
                {
                    _history = new HistoryEntry(
                        0, snapshot.Session.Key, now, Kebab.Of(happened.GetType().Name), by, cause, State.Choice, next.Choice, undoes);
                }
                if (!ReferenceEquals(next, State)) State = next.Under(snapshot.Parent?.State);
                return null;
            case SessionOutcome.Refusal refusal:
                return refusal.Code;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The reply to this change names that payer: it may be charged without a further question. A redelivery tells nobody anything.</summary>
    public void Acknowledge(Payer? payer)
    {
        if (!IsRepeat && State.Acknowledged != payer) State = State with { Acknowledged = payer };
    }

    /// <summary>Takes every applied event back: nothing is saved.</summary>
    public void Abandon() => (State, _history) = (snapshot.Effective, null);

    /// <summary>Opens an attempt together with the change.</summary>
    public void Open(Attempt attempt) => _attempt = attempt;

    /// <summary>The update that the store makes durable.</summary>
    public SessionUpdate<T> Close<T>(T result) =>
        new(result, ReferenceEquals(State, snapshot.Effective) ? null : State, _history, _attempt);
}
