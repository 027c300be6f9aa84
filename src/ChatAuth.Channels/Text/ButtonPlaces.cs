using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>Where each button of a reply stands, and for which there is room.</summary>
internal static class ButtonPlaces
{
    public static ButtonPlace Of(CommandReply reply, ReplyAction action) => action.Kind switch
    {
        _ when ButtonLabels.PageOf(reply, action) is not null => ButtonPlace.Page,
        ReplyActionKind.Pick or ReplyActionKind.Select => ButtonPlace.Choice,
        ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny => ButtonPlace.Answer,
        ReplyActionKind.List or ReplyActionKind.Status => ButtonPlace.Way,
        _ => ButtonPlace.Deed,
    };

    /// <summary>The actions for which there is room, from the top; where there are too many, choices give way.</summary>
    public static IReadOnlyList<ReplyAction> Fitting(CommandReply reply, IEnumerable<ReplyAction> able, int most)
    {
        var byPlace = able.OrderBy(action => Of(reply, action)).ToList();
        var choices = byPlace.TakeWhile(action => Of(reply, action) == ButtonPlace.Choice).ToList();
        var others = byPlace.Skip(choices.Count).Take(most).ToList();
        return [.. choices.Take(most - others.Count), .. others];
    }
}
