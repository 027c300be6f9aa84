using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Commands;

/// <summary>Tries a credential with one tiny request, for somebody who may pin it. It changes neither the choice nor anybody's health.</summary>
internal sealed class CredentialProbe(SessionUpdater sessions, ISessionStore store, RosterSource source, TimeProvider time, ChatAuthMeter meter)
{
    private const int MostTokens = 8;

    public async Task<CommandReply> TestAsync(Turn turn, ModelSelector? selector, CancellationToken cancellationToken)
    {
        var (refused, attempt) = await sessions.UpdateAsync(
            turn.Context, draft => Begin(turn, draft, selector), cancellationToken).ConfigureAwait(false);
        if (attempt is null) return refused!;
        var profile = turn.Roster.Find(attempt.Profile)!;
        var endpoint = turn.Catalog.FindEndpoint(profile.Provider);
        var permit = SendPermit.For(attempt, endpoint, time);
        using var call = meter.Call(attempt);
        var failure = await SendAsync(attempt, profile, endpoint, permit, cancellationToken).ConfigureAwait(false);
        call?.Ended(failure?.Code);
        var outcome = failure is null ? AttemptOutcome.Answered : permit.OutcomeAfter(failure);
        var ended = time.GetUtcNow();
        await store.CloseAttemptAsync(attempt with { Outcome = outcome, EndedAt = ended }, CancellationToken.None).ConfigureAwait(false);
        var after = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return turn.Display.Dress(after, new CommandReply.Tested(
            turn.Display.Model(attempt.Model), turn.Display.Profile(profile), failure?.Code, ended - attempt.StartedAt)
        {
            Actions = Offers.WaysOn(turn),
        });
    }

    private static (CommandReply? Refused, Attempt? Attempt) Begin(Turn turn, SessionDraft draft, ModelSelector? selector)
    {
        if (!turn.RightsOf(draft).HasFlag(Rights.View | Rights.Pin)) return (turn.Display.Failed(draft, ErrorCode.RightMissing), null);
        if (draft.IsStale) return (turn.Display.Failed(draft, ErrorCode.ChoiceMoved), null);
        if (draft.Snapshot.Attempts.Count > 0) return (turn.Display.Failed(draft, ErrorCode.AlreadyAnswered), null);
        var model = turn.ModelOf(draft.State);
        ProfileId? named = null;
        if (selector is not null)
        {
            var match = SelectorResolver.Resolve(selector, turn.Catalog, turn.Visible, model);
            if (match is not SelectorMatch.Selected selected) return (SelectorReplies.Of(turn, draft, selector, match, "/model test "), null);
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
            return (turn.Display.Failed(draft, resolution.Refusal ?? ErrorCode.NobodyEligible) with { Rule = resolution.Rule }, null);
        }
        var attempt = new Attempt(
            draft.Snapshot.Session.Key, turn.Context.Cause, 1, draft.By ?? Person.Operator, AttemptPurpose.Probe,
            model, profile.Id, profile.Payer, profile.Billing, draft.Version, draft.Now);
        draft.Open(attempt);
        return (null, attempt);
    }

    /// <summary>A pinned account that rests, was refused, has ended or could not pay may be tried; what a rule, a right or another account forbids may not.</summary>
    private static bool MayTry(ErrorCode? refusal) =>
        refusal == ErrorCode.PinCooling || refusal == ErrorCode.PinRefused || refusal == ErrorCode.PinExpired || refusal == ErrorCode.PinDisabled;

    private async Task<VendorException?> SendAsync(
        Attempt attempt, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit, CancellationToken cancellationToken)
    {
        try
        {
            using var client = source.FindProvider(profile.Provider)!.CreateClient(attempt.Model, profile, endpoint, permit);
            var options = new ChatOptions { ModelId = attempt.Model.Model, MaxOutputTokens = MostTokens };
            await client.GetResponseAsync([new ChatMessage(ChatRole.User, "ping")], options, cancellationToken).ConfigureAwait(false);
            return permit.HasLeft ? null : new VendorException(ErrorCode.SendUnrecorded, null);
        }
        catch (VendorException failure)
        {
            return failure;
        }
        catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
        {
            // A client that breaks its promise is a finding like any other.
            return new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: permit.HasLeft, inner: unexpected);
        }
    }
}
