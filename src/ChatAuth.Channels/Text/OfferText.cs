using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>What to type for those of a reply's actions for which no button stands.</summary>
internal static class OfferText
{
    public static void Render(ReplyText text, CommandReply reply, IReadOnlyList<ReplyAction> told)
    {
        IReadOnlyList<string> said = reply is CommandReply.Failed failed ? [.. failed.Works, failed.Code.Remedy] : [];
        var typed = told.Where(action => !IsSaid(reply, action)).Select(action => action.Typed).OfType<string>().Distinct().Except(said).ToList();
        if (typed.Count > 0) text.Line("Also: ").Commands(typed);
    }

    /// <summary>The list names its rows and pages, a question its answers; a reply drawn anew is for buttons.</summary>
    private static bool IsSaid(CommandReply reply, ReplyAction action) => action.Kind switch
    {
        ReplyActionKind.Pick => true,
        ReplyActionKind.Select => reply is CommandReply.AccountPicker || reply.Actions.All(other => other.Token is null),
        ReplyActionKind.List => reply is CommandReply.Picker,
        ReplyActionKind.Status => reply is CommandReply.Status,
        ReplyActionKind.Why => reply is CommandReply.Why,
        ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny => true,
        _ => false,
    };
}
