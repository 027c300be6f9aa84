using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What is answered to a change of the choice, and what the others of the conversation learn of it.</summary>
internal static class ChangeReply
{
    public static CommandReply Of(Turn turn, SessionDraft draft, ProfileResolution resolution, ChoiceChange change, bool changed, bool verified)
    {
        var reply = For(turn) with { Actions = Offers.AfterChange(turn, draft, change) };
        var isSeenByOneOfMany = turn.Context is { Visibility: Visibility.Private, Asker.IsPrivate: false };
        return turn.Display.Dress(draft, changed && isSeenByOneOfMany ? reply with { Announcement = Announced(turn.ToAll()) } : reply);

        CommandReply Announced(Turn all) => all.Display.Dress(draft, For(all));

        CommandReply.ChoiceChanged For(Turn readers) => new(change, changed, verified, readers.Display.Resolution(resolution));
    }
}
