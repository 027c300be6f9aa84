using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What replies offer to do next.</summary>
internal static class Offers
{
    private static readonly ReplyAction Unpin = new(ReplyActionKind.Unpin, "/model unpin");
    private static readonly ReplyAction Status = new(ReplyActionKind.Status, "/model status");

    public static IReadOnlyList<ReplyAction> AfterChange(SessionDraft draft, ChoiceChange change) => draft.IsInherited || change is ChoiceChange.Undone
        ? [Status]
        : [new ReplyAction(ReplyActionKind.Undo, "/model undo"), Status];

    public static IReadOnlyList<ReplyAction> ForStatus(Turn turn, SessionDraft draft, ProfileResolution resolution)
    {
        List<ReplyAction> offers = [.. Accounts(turn, resolution)];
        if (draft.State.Pins[resolution.Model.Provider].OfPerson is not null) offers.Add(Unpin);
        offers.Add(new ReplyAction(ReplyActionKind.Test, "/model test"));
        offers.Add(Status);
        return offers;
    }

    /// <summary>The ways out of a broken pin, or of a resolution that leaves nobody.</summary>
    public static IReadOnlyList<ReplyAction> ForRefusal(Turn turn, SessionDraft draft, ProfileResolution resolution)
    {
        List<ReplyAction> offers = [.. Accounts(turn, resolution)];
        if (draft.State.Pins[resolution.Model.Provider].OfPerson is not null) offers.Add(Unpin);
        offers.Add(new ReplyAction(ReplyActionKind.Why, "/model why"));
        return offers;
    }

    /// <summary>The ways on when the selected model may not be used any more; nothing is reset by itself.</summary>
    public static IReadOnlyList<ReplyAction> ForLostModel() =>
        [new(ReplyActionKind.List, "/model list"), new(ReplyActionKind.Reset, "/model reset")];

    public static IReadOnlyList<ReplyAction> ForQuestion() =>
    [
        new(ReplyActionKind.AllowOnce, "/model allow"),
        new(ReplyActionKind.AllowSession, "/model allow session"),
        new(ReplyActionKind.Deny, "/model deny"),
    ];

    /// <summary>The accounts that could be pinned for the model now, other than the one that serves.</summary>
    private static IEnumerable<ReplyAction> Accounts(Turn turn, ProfileResolution resolution) => resolution.Candidates
        .Where(candidate => candidate.Profile is not null
            && candidate.State is CandidateState.Ready or CandidateState.Expiring
            && candidate.Reason is not (CandidateReason.Chosen or CandidateReason.ForbiddenByRule))
        .Select(candidate => turn.Display.Account(resolution.Model, candidate.Profile!));
}
