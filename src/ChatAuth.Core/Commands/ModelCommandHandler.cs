using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Core.Telemetry;

namespace ChatAuth.Core.Commands;

/// <summary>Does what a command says: the story of <c>/model opus@anthropic:work</c>, and the way to all others.</summary>
internal sealed class ModelCommandHandler(
    SessionUpdater sessions, ViewCommands views, ChoiceCommands choices, ConsentCommands consents, OwnerClaims claims, CredentialProbe probe,
    RestCommands rests, ChatAuthMeter meter)
{
    public async Task<HandleResult> HandleAsync(Turn turn, ModelCommand command, CancellationToken cancellationToken)
    {
        using var watch = meter.Command(command);
        var result = await DoAsync(turn, command, cancellationToken).ConfigureAwait(false);
        watch?.Replied((result as HandleResult.Handled)?.Reply);
        return result;
    }

    private async Task<HandleResult> DoAsync(Turn turn, ModelCommand command, CancellationToken cancellationToken) => command switch
    {
        ModelCommand.AskOnce ask => await AskOnceAsync(turn, ask, cancellationToken).ConfigureAwait(false),
        ModelCommand.Allow allow => await consents.AllowAsync(turn, allow.Scope, cancellationToken).ConfigureAwait(false),
        _ => new HandleResult.Handled(await ReplyAsync(turn, command, cancellationToken).ConfigureAwait(false)),
    };

    private Task<CommandReply> ReplyAsync(Turn turn, ModelCommand command, CancellationToken cancellationToken) => command switch
    {
        ModelCommand.Select { Span: null, DryRun: false, Selector: var named } when IsProvider(turn, named) =>
            views.ListAsync(turn, new ModelCommand.List(named.Text, 1), cancellationToken),
        ModelCommand.Select select => SelectAsync(turn, select, cancellationToken),
        ModelCommand.Pick pick => PickAsync(turn, draft => views.Pick(turn, draft, pick.Row), cancellationToken),
        ModelCommand.PickModel pick => PickAsync(turn, draft => ViewCommands.Pick(turn, draft, pick.Model), cancellationToken),
        ModelCommand.Accounts accounts => views.AccountsAsync(turn, accounts, cancellationToken),
        ModelCommand.List list => views.ListAsync(turn, list, cancellationToken),
        ModelCommand.Status => views.StatusAsync(turn, cancellationToken),
        ModelCommand.Why => views.WhyAsync(turn, cancellationToken),
        ModelCommand.History history => views.HistoryAsync(turn, history.Count, cancellationToken),
        ModelCommand.Help => views.HelpAsync(turn, cancellationToken),
        ModelCommand.Reset => choices.ResetAsync(turn, cancellationToken),
        ModelCommand.Unpin => choices.UnpinAsync(turn, cancellationToken),
        ModelCommand.Inherit => choices.InheritAsync(turn, cancellationToken),
        ModelCommand.Undo => choices.UndoAsync(turn, cancellationToken),
        ModelCommand.Deny => consents.DenyAsync(turn, cancellationToken),
        ModelCommand.Claim { Wrong: { } wrong } when turn.Context.Asker.IsPrivate => views.MalformedAsync(turn, wrong, cancellationToken),
        ModelCommand.Claim claim => claims.ClaimAsync(turn, claim.Text, cancellationToken),
        ModelCommand.Clear clear => rests.ClearAsync(turn, clear, cancellationToken),
        ModelCommand.Test test => probe.TestAsync(turn, test.Selector, cancellationToken),
        ModelCommand.Malformed wrong => views.MalformedAsync(turn, wrong, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The list is looked at and its row taken in one transaction: no other choice comes between.</summary>
    private async Task<CommandReply> PickAsync(
        Turn turn, Func<SessionDraft, (ModelRef? Row, CommandReply? Instead)> pick, CancellationToken cancellationToken)
    {
        var reply = await sessions.UpdateAsync(turn.Context, Take, cancellationToken).ConfigureAwait(false);
        return reply is CommandReply.Failed stale && stale.Code == ErrorCode.PickerStale
            ? await views.FreshListAsync(turn, stale, cancellationToken).ConfigureAwait(false) : reply;

        CommandReply Take(SessionDraft draft) => pick(draft) switch
        {
            ({ } model, _) => Select(turn, new ModelCommand.Select(new ModelSelector(model.ToString(), null, 1, Quoted: true), null, false), draft),
            (null, var instead) => instead!,
        };
    }

    private async Task<CommandReply> SelectAsync(Turn turn, ModelCommand.Select select, CancellationToken cancellationToken)
    {
        if (!select.DryRun) return await sessions.UpdateAsync(turn.Context, draft => Select(turn, select, draft), cancellationToken).ConfigureAwait(false);
        var read = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return Select(turn, select, read);
    }

    private static CommandReply Select(Turn turn, ModelCommand.Select select, SessionDraft draft)
    {
        var rights = turn.RightsOf(draft);
        if (!rights.HasFlag(Rights.View)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        var match = SelectorResolver.Resolve(select.Selector, turn.Catalog, turn.Visible, turn.ModelOf(draft.State));
        if (match is not SelectorMatch.Selected selected) return SelectorReplies.Of(turn, draft, select.Selector, match, select: select.DryRun ? null : select);

        var profile = selected.Profile is { } known ? turn.Roster.Find(known.Id) : null;
        var needed = (profile is null ? Rights.None : Rights.Pin) | (selected.Model is null ? Rights.None : Rights.Switch);
        if ((rights & needed) != needed) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        if (draft.IsRepeat) return Changed(turn, draft, profile, draft.StillHolds, selected.Verified);

        var choiceBefore = draft.State.ChoiceId;
        var sessionBefore = turn.Display.Session(draft);
        if (Apply(turn, draft, selected, profile, select.Span) is { } refused)
        {
            return refused == ErrorCode.ChoiceMoved && Holds(draft, selected, profile, select.Span)
                ? Changed(turn, draft, profile, changed: false, selected.Verified) : turn.Display.Failed(draft, refused);
        }
        return select.DryRun
            ? DryRun(turn, draft, selected.Verified) with { Session = sessionBefore }
            : Changed(turn, draft, profile, draft.State.ChoiceId != choiceBefore, selected.Verified);
    }

    /// <summary>A provider's name that is no model's asks for its list: <c>/models anthropic</c>.</summary>
    private static bool IsProvider(Turn turn, ModelSelector selector) =>
        selector is { Profile: null, Quoted: false } && ProviderId.TryParse(selector.Text, out var provider) && turn.Catalog.Providers.Contains(provider)
        && turn.Catalog.Match(selector.Text, acceptUnlisted: false) is ModelMatch.Unknown;

    /// <summary>What a second tap asks for is so already.</summary>
    private static bool Holds(SessionDraft draft, SelectorMatch.Selected selected, AuthProfile? profile, TimeSpan? span) =>
        span is null && !draft.IsInherited
        && (selected.Model is null || (draft.State.Model is { Until: null } model && model.Selected == selected.Model))
        && (profile is null || (draft.State.Pins[profile.Provider].OfPerson is { Until: null } pin && pin.Profile == profile.Id && pin.Payer == profile.Payer));

    private static ErrorCode? Apply(Turn turn, SessionDraft draft, SelectorMatch.Selected selected, AuthProfile? profile, TimeSpan? span)
    {
        var until = draft.Now + span;
        var isUnlisted = selected.Model is { } model && !turn.Catalog.Lists(model);
        return profile is null
            ? draft.Apply(new SessionEvent.ModelSelected(selected.Model, until, draft.Draw()) { IsUnlisted = isUnlisted })
            : draft.Apply(new SessionEvent.ProfilePinned(
                selected.Model, profile.Provider, profile.Id, profile.Payer, draft.By ?? Person.Operator, until, draft.Draw()) { IsUnlisted = isUnlisted });
    }

    /// <summary>A pin that could not serve is refused at once, unless it only rests: nobody learns at the next message that nothing was pinned.</summary>
    private static CommandReply Changed(Turn turn, SessionDraft draft, AuthProfile? profile, bool changed, bool verified)
    {
        var resolution = turn.Acknowledge(draft);
        if (profile is not null && resolution.Refusal is { } refusal && refusal != ErrorCode.ProviderNotAvailable && refusal != ErrorCode.PinCooling)
        {
            draft.Abandon();
            return turn.Display.Failed(draft, refusal) with
            {
                Profile = turn.Display.Profile(profile), Rule = resolution.Rule, Until = resolution.RefusedUntil, Resting = turn.Display.Resting(resolution),
            };
        }
        return ChangeReply.Of(turn, draft, resolution, profile is null ? ChoiceChange.Selected : ChoiceChange.Pinned, changed, verified);
    }

    private static CommandReply DryRun(Turn turn, SessionDraft draft, bool verified)
    {
        var resolution = turn.Acknowledge(draft);
        return turn.Display.Dress(draft, new CommandReply.DryRun(verified, turn.Display.Resolution(resolution), resolution.Refusal));
    }

    private async Task<HandleResult> AskOnceAsync(Turn turn, ModelCommand.AskOnce ask, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        var rights = turn.RightsOf(draft);
        var match = SelectorResolver.Resolve(ask.Selector, turn.Catalog, turn.Visible, turn.ModelOf(draft.State));
        var needed = Rights.Ask | Rights.Switch | (match is SelectorMatch.Selected { Profile: not null } ? Rights.Pin : Rights.None);
        return (rights & needed) != needed ? new HandleResult.Handled(turn.Display.Failed(draft, ErrorCode.RightMissing))
            : match is SelectorMatch.Selected selected
                ? new HandleResult.AskModel(ask.Prompt, new AskChoice(selected.Model ?? turn.ModelOf(draft.State), selected.Profile?.Id))
                : new HandleResult.Handled(SelectorReplies.Of(turn, draft, ask.Selector, match, ask.IsSelectorAlone ? "" : "/model "));
    }
}
