using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Turns what is known into what the readers of one reply may see.</summary>
internal readonly struct ReplyDisplay(Turn turn)
{
    private const string PrivateAccount = "a private account";

    private bool IsPublic => turn.Context.Visibility is Visibility.Public;

    public ShownModel Model(ModelRef model) =>
        new(model, turn.Catalog.ShortName(model), turn.Catalog.Find(model)?.Label ?? model.ToString());

    public ShownProfile Profile(AuthProfile profile) => new(NameOf(profile), profile.Billing);

    /// <summary>A profile that may be gone: its name is then all that is left of it.</summary>
    public ShownProfile Profile(ProfileId id, BillingClass billing = BillingClass.Subscription) => turn.Roster.Find(id) is { } known
        ? Profile(known)
        : new ShownProfile(IsPublic || !turn.MaySee(id) ? PrivateAccount : id.ToString(), billing);

    /// <summary>What can be typed for selectors: in public none that names a profile.</summary>
    /// <param name="before">The command that they complete.</param>
    /// <param name="selectors">The selectors.</param>
    /// <param name="span">For how long; null is for good.</param>
    public IReadOnlyList<string> Typed(string before, IEnumerable<string> selectors, TimeSpan? span = null)
    {
        var isPublic = IsPublic;
        return [.. selectors.Where(selector => !isPublic || !selector.Contains('@')).Select(selector => before + selector + Ending(span))];
    }

    /// <summary>The offer of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="span">For how long; null is for good.</param>
    public ReplyAction Choice(ModelRef model, TimeSpan? span = null) =>
        new(ReplyActionKind.Select, $"/model {SelectorText.Of(model, null, turn.Catalog)}{Ending(span)}", model) { Span = span };

    /// <summary>The offer of an account: in public it is a button, and nothing to type.</summary>
    /// <param name="model">The model that it is for; null for the one that holds. One that nobody lists is never named with an account.</param>
    /// <param name="account">The account.</param>
    /// <param name="span">For how long; null is for good.</param>
    public ReplyAction Account(ModelRef? model, AuthProfile account, TimeSpan? span = null)
    {
        var listed = model is { } named && turn.Catalog.Find(named) is not null ? model : null;
        var selector = listed is { } one ? SelectorText.Of(one, account.Id, turn.Catalog) : SelectorText.Of(account.Id);
        return new ReplyAction(ReplyActionKind.Select, IsPublic ? null : $"/model {selector}{Ending(span)}", listed, account.Id, Profile(account)) { Span = span };
    }

    /// <summary>The offer to end an account's rest; in public, as with every account, nothing to type.</summary>
    public ReplyAction Clearing(AuthProfile account) =>
        new(ReplyActionKind.Clear, IsPublic ? null : $"/model clear {SelectorText.Of(account.Id)}", null, account.Id, Profile(account));

    public ShownCandidate Candidate(Candidate candidate) => new(
        candidate.Profile is { } known ? Profile(known) : Profile(candidate.Id),
        candidate.Profile?.Credential.Kind, candidate.State, candidate.Reason, candidate.Until, candidate.Rule)
    {
        Rest = candidate.Rest,
        Source = !IsPublic && candidate.Profile is { Source: not ("store" or "demo") } foreign && foreign.Audience.Admits(turn.Context.Asker) ? foreign.Source : null,
    };

    /// <summary>The accounts that a resolution leaves out because they rest; under a pin, that one alone.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <param name="only">The one account that it is about; null for all.</param>
    public IReadOnlyList<ShownCandidate> Resting(ProfileResolution resolution, ProfileId? only = null)
    {
        var candidates = resolution.IsUnderPin ? resolution.Candidates.Take(1) : resolution.Candidates;
        return [.. candidates
            .Where(candidate => candidate.Reason is CandidateReason.Cooling or CandidateReason.Disabled && (only is null || candidate.Id == only))
            .Select(Candidate)];
    }

    public ShownResolution Resolution(ProfileResolution resolution)
    {
        var display = this;
        return new ShownResolution(
            Model(resolution.Model),
            [.. resolution.Candidates.Select(display.Candidate)],
            resolution.Chosen?.Profile is { } chosen ? Profile(chosen) : null,
            resolution.DecidedBy, resolution.Rule, resolution.Refusal, resolution.RefusedUntil, resolution.Verdict?.Change);
    }

    public ShownReceipt? Receipt(Attempt? receipt) =>
        receipt is null ? null : new ShownReceipt(Model(receipt.Model), Profile(receipt.Profile, receipt.Billing), receipt.EndedAt ?? receipt.StartedAt);

    public ShownSession Session(SessionDraft draft)
    {
        var state = draft.State;
        return new ShownSession(
            Model(turn.ModelOf(state)), state.Model.Selected is null, state.Model.Until, Pins(state.Pins, turn.ModelOf(state).Provider), draft.IsInherited, draft.Version);
    }

    public ShownChange Change(HistoryEntry entry) => new(
        entry.Id, entry.At, WhoOf(entry.By), entry.Event,
        Model(entry.After.Model.Selected ?? turn.Catalog.Default), Pins(entry.After.Pins, null), entry.After.NextEnd);

    public IReadOnlyList<Notice> Notices(SessionDraft draft) =>
        draft.EndedJustNow ? [new Notice.ChoiceEnded(Session(draft))] : [];

    /// <summary>A failure with the choice that stands, and the moment.</summary>
    public CommandReply.Failed Failed(SessionDraft draft, ErrorCode code, IReadOnlyList<ReplyAction>? offers = null) =>
        Dress(draft, new CommandReply.Failed(code) { Actions = offers ?? [], Grant = code == ErrorCode.RightMissing ? Grant(draft) : null });

    /// <summary>Adds to a reply what every reply has.</summary>
    public T Dress<T>(SessionDraft draft, T reply) where T : CommandReply
    {
        var rights = turn.RightsOf(draft);
        var offers = Offers.Permitted(draft, rights, reply.Actions);
        return reply with
        {
            Visibility = turn.Context.Visibility,
            Session = rights.HasFlag(Rights.View) ? Session(draft) : null,
            Notices = [.. Notices(draft), .. reply.Notices],
            Actions = turn.Context is { HasButtons: true, Asker.Person: not null } ? Signed(draft, offers) : offers,
            At = draft.Now,
        };
    }

    /// <summary>The same actions with what their buttons carry.</summary>
    private IReadOnlyList<ReplyAction> Signed(SessionDraft draft, IReadOnlyList<ReplyAction> actions)
    {
        var (signing, meaning) = (turn, new ButtonMeaning(turn, draft));
        return [.. actions.Select((action, slot) => meaning.TargetOf(action) is { } target
            ? action with { Token = signing.Sign(action, slot, draft.State.ChoiceId, target) }
            : action)];
    }

    /// <summary>Only ids: it is pasted into a shell.</summary>
    private string? Grant(SessionDraft draft)
    {
        if (turn.Context.Asker is not { Person: { } person, IsOperator: false } asker) return null;
        var place = asker.IsPrivate ? "" : $" --in {asker.Conversation with { Thread = null }}";
        return $"{turn.HostCommandPrefix}chatauth access allow {person} {(turn.RightsOf(draft) is Rights.None ? "ask,view" : "all")}{place}";
    }

    private static string Ending(TimeSpan? span) => span is { } time ? $" for {SpanText.Of(time)}" : "";

    private IReadOnlyList<ShownPin> Pins(PinTable pins, ProviderId? current)
    {
        var shown = new List<ShownPin>(pins.Count + 1);
        foreach (var (provider, pin) in pins) shown.Add(Pin(provider, pin));
        if (current is { } asked && pins[asked] is PinState.Unpinned) shown.Add(new ShownPin(asked, PinStateName.Unpinned, null, null));
        return shown;
    }

    private ShownPin Pin(ProviderId provider, PinState pin) => new(
        provider,
        pin switch
        {
            PinState.AutoPinned => PinStateName.AutoPinned,
            PinState.UserPinned => PinStateName.UserPinned,
            PinState.PinBroken => PinStateName.PinBroken,
            _ => PinStateName.Unpinned,
        },
        pin.Named is { } id ? Profile(id) : null,
        pin.OfPerson?.Until);

    private string? WhoOf(Person? by) => by == turn.Context.Asker.Person && by is not null ? "you" : IsPublic && by is not null ? "somebody" : by?.ToString();

    private string NameOf(AuthProfile profile)
    {
        if (!profile.Audience.Admits(turn.Context.Asker)) return PrivateAccount;
        if (!IsPublic) return profile.Id.ToString();
        return profile.Audience.People is null ? profile.Label : PrivateAccount;
    }
}
