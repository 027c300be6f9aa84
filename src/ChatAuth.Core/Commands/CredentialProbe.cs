using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Tries a credential with one tiny request, for somebody who may pin it, so often a day. It changes neither the choice nor anybody's health.</summary>
internal sealed class CredentialProbe(
    SessionUpdater sessions, SendReport report, TurnFactory turns, Func<CallRefreshes> begin, VendorProbe vendor, ProbeCap cap)
{
    public async Task<CommandReply> TestAsync(Turn turn, ModelSelector? selector, CancellationToken cancellationToken)
    {
        var refreshes = begin();
        var sent = 0;
        while (true)
        {
            var decision = await sessions.UpdateAsync(
                turn.Context, draft => Begin(turn, draft, selector, refreshes, sent), cancellationToken, cap).ConfigureAwait(false);
            switch (decision)
            {
                case SendDecision.Refuse refuse: return refuse.Reply;
                case SendDecision.Send send:
                    var answer = await SendAsync(turn, send, cancellationToken).ConfigureAwait(false);
                    if (answer.Failure is not { } failure || !await refreshes.CureAsync(turn.Context.Agent, send.Profile, failure, cancellationToken).ConfigureAwait(false))
                    {
                        return await TestedAsync(turn, send, answer, cancellationToken).ConfigureAwait(false);
                    }
                    sent = send.Attempt.Number;
                    break;
                case SendDecision.RefreshFirst (var due):
                    if (await refreshes.PrepareAsync(turn.Context.Agent, due, cancellationToken).ConfigureAwait(false) is { } problem)
                    {
                        var after = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
                        return turn.Display.Failed(after, problem) with { Profile = turn.Display.Profile(due) };
                    }
                    break;
            }
            turn = await turns.OpenAsync(turn.Context, cancellationToken, refreshes.Known).ConfigureAwait(false);
        }
    }

    private async Task<ProbeAnswer> SendAsync(Turn turn, SendDecision.Send send, CancellationToken cancellationToken)
    {
        var permit = report.Permit(send, turn.Catalog.FindEndpoint(send.Profile.Provider));
        ProbeAnswer? answer = null;
        try
        {
            return answer = await vendor.AskAsync(send.Attempt.Model, send.Profile, permit, ProbeLimits.Usual, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await report.ProbedAsync(send, permit, answer).ConfigureAwait(false);
        }
    }

    private async Task<CommandReply> TestedAsync(Turn turn, SendDecision.Send send, ProbeAnswer answer, CancellationToken cancellationToken)
    {
        var after = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return turn.Display.Dress(after, new CommandReply.Tested(
            turn.Display.Model(send.Attempt.Model), turn.Display.Profile(send.Profile), answer.Failure?.Code, answer.Took)
        {
            Reference = answer.Failure is { } failure ? report.Refer(send, failure) : null,
            Actions = Offers.WaysOn(turn),
        });
    }

    /// <param name="turn">The message.</param>
    /// <param name="draft">Its conversation.</param>
    /// <param name="selector">What is tested; null for who is next.</param>
    /// <param name="refreshes">The logins that were refreshed for it.</param>
    /// <param name="sent">How many requests it has made: one that a refresh cured is made anew, whatever the cap.</param>
    private SendDecision Begin(Turn turn, SessionDraft draft, ModelSelector? selector, CallRefreshes refreshes, int sent)
    {
        if (!turn.RightsOf(draft).HasFlag(Rights.View | Rights.Pin)) return Refuse(turn.Display.Failed(draft, ErrorCode.RightMissing));
        if (draft.IsStale) return Refuse(turn.Display.Failed(draft, ErrorCode.ChoiceMoved));
        if (draft.Snapshot.Attempts.Count > sent) return Refuse(turn.Display.Failed(draft, ErrorCode.AlreadyAnswered));
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
        // Who may pin an account may test it by its name; what nobody named is charged as a message would be.
        if (named is null && resolution.Verdict?.Change is PayerChange.Denied)
        {
            return Refuse(turn.Display.Failed(draft, ErrorCode.ConsentDenied, Offers.ForRefusal(turn, draft, resolution)) with { Profile = turn.Display.Profile(profile) });
        }
        if (sent == 0 && cap.IsReached(draft.Snapshot.Probes))
        {
            return Refuse(turn.Display.Failed(draft, ErrorCode.ProbeLimit) with { Until = cap.FreeAt(draft.Snapshot.Probes) });
        }
        if (refreshes.IsDue(profile, draft.Now)) return new SendDecision.RefreshFirst(profile);
        var attempt = new Attempt(
            draft.Snapshot.Session.Key, turn.Context.Cause, sent + 1, draft.By ?? Person.Operator, AttemptPurpose.Probe,
            model, profile.Id, profile.Payer, profile.Billing, draft.Version, draft.Now);
        draft.Open(attempt);
        return new SendDecision.Send(attempt, profile, UnderPin: named is not null, [], turn.Display.Session(draft));
    }

    private static SendDecision.Refuse Refuse(CommandReply reply) => new(reply, Hold: false);

    /// <summary>A pinned account that rests, was refused, has ended or could not pay may be tried; what a rule, a right or another account forbids may not.</summary>
    private static bool MayTry(ErrorCode? refusal) =>
        refusal == ErrorCode.PinCooling || refusal == ErrorCode.PinRefused || refusal == ErrorCode.PinExpired || refusal == ErrorCode.PinDisabled;
}
