using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What replies offer to do next.</summary>
internal static class Offers
{
    private static readonly ReplyAction Unpin = new(ReplyActionKind.Unpin, "/model unpin");
    private static readonly ReplyAction Reset = new(ReplyActionKind.Reset, "/model reset");
    private static readonly ReplyAction Status = new(ReplyActionKind.Status, "/model status");
    private static readonly ReplyAction List = new(ReplyActionKind.List, "/model list");
    private static readonly ReplyAction Why = new(ReplyActionKind.Why, "/model why");

    /// <summary>More providers' lists than that are told, and have no button.</summary>
    private const int MostLists = 3;

    /// <summary>More accounts than that are a step of their own.</summary>
    private const int MostAccounts = 3;

    /// <summary>Those that the person may do as well; to all others they would only be refused.</summary>
    public static IReadOnlyList<ReplyAction> Permitted(SessionDraft draft, Rights rights, IReadOnlyList<ReplyAction> offers) =>
        [.. offers.Where(offer => rights.HasFlag(NeededFor(offer, draft)))];

    public static IReadOnlyList<ReplyAction> AfterChange(Turn turn, SessionDraft draft, ChoiceChange change)
    {
        List<ReplyAction> offers = draft.IsInherited || change is ChoiceChange.Undone ? [] : [new ReplyAction(ReplyActionKind.Undo, "/model undo")];
        offers.Add(Status);
        if (turn.Context.HasButtons) offers.Add(List);
        return offers;
    }

    /// <summary>Buttons for the rows and pages of the list; to type, the next page.</summary>
    public static IReadOnlyList<ReplyAction> ForList(
        Turn turn, IReadOnlyList<PickerRow> rows, IReadOnlyList<MoreModels> more, ProviderId? provider, int page, int pages)
    {
        ReplyAction Page(int number) => new(ReplyActionKind.List, Line($"/model list {(provider is { } only ? $"{only} " : "")}{number}")) { Page = number, Provider = provider };
        if (!turn.Context.HasButtons) return page < pages ? [Page(page + 1)] : [];
        List<ReplyAction> offers = [.. rows.Select(row => new ReplyAction(ReplyActionKind.Pick, Line($"/model {row.Number}"), row.Model.Ref))];
        if (provider is not null) offers.Add(List);
        offers.AddRange(more.Take(MostLists).Select(other => new ReplyAction(ReplyActionKind.List, $"/model list {other.Provider}") { Provider = other.Provider }));
        if (page > 1) offers.Add(Page(page - 1));
        if (page < pages) offers.Add(Page(page + 1));
        offers.Add(Status);
        return offers;
    }

    /// <summary>The accounts of a page, none in particular, and with buttons the ways to other pages and back.</summary>
    public static IReadOnlyList<ReplyAction> ForAccounts(Turn turn, ModelRef model, IReadOnlyList<Candidate> accounts, int page, int pages)
    {
        ReplyAction Page(int number) => new(ReplyActionKind.Accounts, null, model) { Page = number };
        List<ReplyAction> offers =
        [
            .. accounts.Select(account => turn.Display.Account(model, account.Profile!)),
            turn.Display.Choice(model),
        ];
        if (!turn.Context.HasButtons) return offers;
        if (page > 1) offers.Add(Page(page - 1));
        if (page < pages) offers.Add(Page(page + 1));
        offers.Add(List);
        return offers;
    }

    public static IReadOnlyList<ReplyAction> ForStatus(Turn turn, SessionDraft draft, ProfileResolution resolution)
    {
        List<ReplyAction> offers = turn.Context.HasButtons ? [.. Step(resolution)] : [.. Accounts(turn, resolution)];
        if (draft.State.Pins[resolution.Model.Provider].OfPerson is not null) offers.Add(Unpin);
        if (!draft.IsInherited && (draft.State.Model.Selected is not null || IsPinned(draft))) offers.Add(Reset);
        offers.Add(new ReplyAction(ReplyActionKind.Test, "/model test"));
        if (turn.IsOwner(draft)) offers.AddRange(Clearings(turn, resolution));
        if (turn.Context.HasButtons) offers.AddRange([Why, List]);
        offers.Add(Status);
        return offers;
    }

    /// <summary>The ways out of a broken pin, or of a resolution that leaves nobody.</summary>
    public static IReadOnlyList<ReplyAction> ForRefusal(Turn turn, SessionDraft draft, ProfileResolution resolution)
    {
        List<ReplyAction> offers = [.. Accounts(turn, resolution)];
        if (turn.Context.HasButtons && offers.Count > MostAccounts) offers = [.. offers.Take(MostAccounts), .. Step(resolution)];
        if (draft.State.Pins[resolution.Model.Provider].OfPerson is not null) offers.Add(Unpin);
        if (turn.IsOwner(draft)) offers.AddRange(Clearings(turn, resolution));
        offers.Add(Why);
        return offers;
    }

    /// <summary>The ways on when the selected model may not be used any more; nothing is reset by itself.</summary>
    public static IReadOnlyList<ReplyAction> ForLostModel() =>
        [List, Reset];

    /// <summary>From what only shows something on to where something can be done; to type, they are known.</summary>
    public static IReadOnlyList<ReplyAction> WaysOn(Turn turn) => turn.Context.HasButtons ? [Status, List] : [];

    /// <summary>The answers to a question; one about an open attempt is about that message alone.</summary>
    public static IReadOnlyList<ReplyAction> ForQuestion(QuestionKind kind)
    {
        List<ReplyAction> answers = [new(ReplyActionKind.AllowOnce, "/model allow")];
        if (kind is not QuestionKind.OpenAttempt) answers.Add(new(ReplyActionKind.AllowSession, "/model allow session"));
        answers.Add(new(ReplyActionKind.Deny, "/model deny"));
        return answers;
    }

    /// <summary>Each meaning of what was typed; one without a model keeps the one that holds.</summary>
    public static IReadOnlyList<ReplyAction> ForReadings(Turn turn, IReadOnlyList<(ModelRef? Model, KnownProfile? Profile)> readings, TimeSpan? span) =>
    [
        .. readings.Select(reading => reading.Profile is { } known && turn.Roster.Find(known.Id) is { } account
            ? turn.Display.Account(reading.Model, account, span)
            : turn.Display.Choice(reading.Model!.Value, span)),
    ];

    /// <summary>What the command asks for; an answer to a question is its person's, whatever else they may do.</summary>
    private static Rights NeededFor(ReplyAction offer, SessionDraft draft) => offer.Kind switch
    {
        ReplyActionKind.Select => Rights.View | (offer.Profile is null ? Rights.None : Rights.Pin) | (offer.Model is null ? Rights.None : Rights.Switch),
        ReplyActionKind.Reset => Rights.View | Rights.Switch | (IsPinned(draft) ? Rights.Pin : Rights.None),
        ReplyActionKind.Pick or ReplyActionKind.Undo or ReplyActionKind.Inherit => Rights.View | Rights.Switch,
        ReplyActionKind.Accounts or ReplyActionKind.Unpin or ReplyActionKind.Test or ReplyActionKind.Clear => Rights.View | Rights.Pin,
        ReplyActionKind.Status or ReplyActionKind.List or ReplyActionKind.Why => Rights.View,
        _ => Rights.None,
    };

    private static bool IsPinned(SessionDraft draft) => draft.State.Pins.Any(pin => pin.Value.OfPerson is not null);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static IEnumerable<ReplyAction> Step(ProfileResolution resolution) => resolution.Candidates.Count(candidate => candidate.Profile is not null) > 1
        ? [new ReplyAction(ReplyActionKind.Accounts, null, resolution.Model) { Page = 1 }] : [];

    /// <summary>The accounts whose rest an owner could end.</summary>
    private static IEnumerable<ReplyAction> Clearings(Turn turn, ProfileResolution resolution) => resolution.Candidates
        .Where(candidate => candidate is { Rest: not null, Profile: not null })
        .Take(MostAccounts)
        .Select(candidate => turn.Display.Clearing(candidate.Profile!));

    /// <summary>The accounts that could be pinned for the model now, other than the one that serves.</summary>
    private static IEnumerable<ReplyAction> Accounts(Turn turn, ProfileResolution resolution) => resolution.Candidates
        .Where(candidate => candidate.Profile is not null
            && candidate.State is CandidateState.Ready or CandidateState.Expiring
            && candidate.Reason is not (CandidateReason.Chosen or CandidateReason.ForbiddenByRule))
        .Select(candidate => turn.Display.Account(resolution.Model, candidate.Profile!));
}
