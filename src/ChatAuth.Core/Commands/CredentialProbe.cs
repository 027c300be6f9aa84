using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Tries a credential with one tiny request, for somebody who may pin it, so often a day. It changes neither the choice nor anybody's health.</summary>
internal sealed class CredentialProbe(
    SessionUpdater sessions, ISessionStore store, TurnFactory turns, OAuthRefresher refresher, VendorProbe vendor, ProbeCap cap)
{
    public async Task<CommandReply> TestAsync(Turn turn, ModelSelector? selector, CancellationToken cancellationToken)
    {
        var refreshes = new CallRefreshes(refresher);
        while (true)
        {
            var decision = await sessions.UpdateAsync(
                turn.Context, draft => Begin(turn, draft, selector, refreshes), cancellationToken, cap).ConfigureAwait(false);
            switch (decision)
            {
                case SendDecision.Refuse refuse: return refuse.Reply;
                case SendDecision.Send send: return await SendAsync(turn, send, cancellationToken).ConfigureAwait(false);
                case SendDecision.RefreshFirst (var due, var hasEnded):
                    // A token that still lives is tried without its refresh.
                    if (await refreshes.TryAsync(turn.Context.Agent, due, cancellationToken).ConfigureAwait(false) is { } problem && hasEnded)
                    {
                        var after = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
                        return turn.Display.Failed(after, problem) with { Profile = turn.Display.Profile(due) };
                    }
                    turn = await turns.OpenAsync(turn.Context, cancellationToken, refreshes.Failed).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task<CommandReply> SendAsync(Turn turn, SendDecision.Send send, CancellationToken cancellationToken)
    {
        var answer = await vendor.AskAsync(send.Attempt, send.Profile, ProbeLimits.Usual, cancellationToken).ConfigureAwait(false);
        await store.CloseAttemptAsync(send.Attempt with { Outcome = answer.Outcome, EndedAt = answer.EndedAt }, CancellationToken.None).ConfigureAwait(false);
        var after = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return turn.Display.Dress(after, new CommandReply.Tested(
            turn.Display.Model(send.Attempt.Model), turn.Display.Profile(send.Profile), answer.Failure?.Code, answer.Took)
        {
            Actions = Offers.WaysOn(turn),
        });
    }

    private SendDecision Begin(Turn turn, SessionDraft draft, ModelSelector? selector, CallRefreshes refreshes)
    {
        if (!turn.RightsOf(draft).HasFlag(Rights.View | Rights.Pin)) return Refuse(turn.Display.Failed(draft, ErrorCode.RightMissing));
        if (draft.IsStale) return Refuse(turn.Display.Failed(draft, ErrorCode.ChoiceMoved));
        if (draft.Snapshot.Attempts.Count > 0) return Refuse(turn.Display.Failed(draft, ErrorCode.AlreadyAnswered));
        var model = turn.ModelOf(draft.State);
        ProfileId? named = null;
        if (selector is not null)
        {
            var match = SelectorResolver.Resolve(selector, turn.Catalog, turn.Visible, model);
            if (match is not SelectorMatch.Selected selected) return Refuse(SelectorReplies.Of(turn, draft, selector, match, "/model test "));
            model = selected.Model ?? model;
            named = selected.Profile?.Id;
        }
        var pinned = named is { } id && turn.Roster.Find(id) is { } wanted
            ? draft.State.Pins.With(model.Provider, new PinState.UserPinned(id, wanted.Payer, draft.By ?? Person.Operator))
            : draft.State.Pins;
        var resolution = turn.Resolve(draft, draft.State with { Pins = pinned }, model);
        var profile = (resolution.Chosen ?? (MayTry(resolution.Refusal) ? resolution.Candidates[0] : null))?.Profile;
        if (profile?.Credential.Bearer is null)
        {
            return Refuse(turn.Display.Failed(draft, resolution.Refusal ?? ErrorCode.NobodyEligible) with { Rule = resolution.Rule });
        }
        if (cap.IsReached(draft.Snapshot.Probes))
        {
            return Refuse(turn.Display.Failed(draft, ErrorCode.ProbeLimit) with { Until = cap.FreeAt(draft.Snapshot.Probes) });
        }
        if (refreshes.IsDue(profile, draft.Now)) return new SendDecision.RefreshFirst(profile, profile.Credential.Expires <= draft.Now);
        var attempt = new Attempt(
            draft.Snapshot.Session.Key, turn.Context.Cause, 1, draft.By ?? Person.Operator, AttemptPurpose.Probe,
            model, profile.Id, profile.Payer, profile.Billing, draft.Version, draft.Now);
        draft.Open(attempt);
        return new SendDecision.Send(attempt, profile, UnderPin: named is not null, [], turn.Display.Session(draft));
    }

    private static SendDecision.Refuse Refuse(CommandReply reply) => new(reply, Hold: false);

    /// <summary>A pinned account that rests, was refused, has ended or could not pay may be tried; what a rule, a right or another account forbids may not.</summary>
    private static bool MayTry(ErrorCode? refusal) =>
        refusal == ErrorCode.PinCooling || refusal == ErrorCode.PinRefused || refusal == ErrorCode.PinExpired || refusal == ErrorCode.PinDisabled;
}
