using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>Writes down what became of an attempt: on the attempt, on the credential's health, and on the pin.</summary>
internal sealed class SendReport(
    ISessionStore store, SessionUpdater sessions, HealthReport health, FaultReplies faults, TimeProvider time)
{
    public async Task AnsweredAsync(Turn turn, SendDecision.Send send)
    {
        try
        {
            await CloseAsync(send.Attempt, AttemptOutcome.Answered, time.GetUtcNow()).ConfigureAwait(false);
            await health.ServedAsync(turn.Context.Agent, send.Profile, send.Attempt.StartedAt).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            // What was paid for is handed over, and the log is told. An attempt that could not be closed stays open, as after a crash: nobody sends its message again unasked.
            faults.Refer(broken);
        }
    }

    /// <summary>The authority to send what was decided.</summary>
    public SendPermit Permit(SendDecision.Send send, ProviderEndpoint? endpoint) => SendPermit.For(send.Attempt, endpoint, time);

    /// <summary>No whole answer came. What that says of the credential is another question.</summary>
    public Task UnansweredAsync(SendDecision.Send send, SendPermit permit, VendorException? failure) =>
        CloseAsync(send.Attempt, permit.OutcomeAfter(failure), time.GetUtcNow());

    /// <summary>A probe is over, whether or not anybody waited for its answer.</summary>
    public Task ProbedAsync(SendDecision.Send send, SendPermit permit, ProbeAnswer? answer) =>
        CloseAsync(send.Attempt, answer?.Outcome ?? permit.OutcomeAfter(null), time.GetUtcNow());

    /// <summary>Tells the log of an attempt that failed.</summary>
    /// <returns>Under which the log tells of it.</returns>
    public string Refer(SendDecision.Send send, VendorException failure) => faults.Refer(send.Attempt, failure);

    /// <summary>The attempt failed: the log is told, and where the credential is at fault its health and its pin say so.</summary>
    /// <returns>Under which the log tells of it.</returns>
    public async Task<string> FailedAsync(Turn turn, SendDecision.Send send, VendorException failure)
    {
        var reference = Refer(send, failure);
        if (failure.Reason is not { } reason) return reference;
        await health.FailedAsync(turn.Context.Agent, send.Profile, reason, failure.Reset, send.Attempt.StartedAt).ConfigureAwait(false);
        if (send.Attempt.Purpose is not AttemptPurpose.Message) return reference;
        await sessions.UpdateAsync(turn.Context, draft => Apply(draft, send, reason), CancellationToken.None).ConfigureAwait(false);
        return reference;
    }

    /// <summary>A pin that was moved while the message was in flight has nothing to do with the failure.</summary>
    private static ErrorCode? Apply(SessionDraft draft, SendDecision.Send send, FailureReason reason) =>
        draft.State.Pins[send.Profile.Provider].Named == send.Profile.Id ? draft.Apply(EventOf(send, reason)) : null;

    private static SessionEvent EventOf(SendDecision.Send send, FailureReason reason)
    {
        var provider = send.Profile.Provider;
        return send.UnderPin switch
        {
            true when reason is FailureReason.Auth => new SessionEvent.ProfileBroke(provider, PinBreak.Refused, send.Profile.Revision),
            true when reason is FailureReason.Billing => new SessionEvent.ProfileBroke(provider, PinBreak.Disabled),
            _ => new SessionEvent.ProfileFailed(provider, send.Profile.Id),
        };
    }

    private Task CloseAsync(Attempt attempt, AttemptOutcome outcome, DateTimeOffset now) =>
        store.CloseAttemptAsync(attempt with { Outcome = outcome, EndedAt = now }, CancellationToken.None);
}
