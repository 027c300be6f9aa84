using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>What to type for a reply's actions, where no button stands for them.</summary>
internal static class OfferText
{
    public static void Render(ReplyText text, CommandReply reply)
    {
        IReadOnlyList<string> said = reply is CommandReply.Failed failed ? [.. failed.Works, failed.Code.Remedy] : [];
        var typed = reply.Actions.Where(action => !IsSaid(reply, action.Kind)).Select(action => action.Typed).OfType<string>().Distinct().Except(said).ToList();
        if (typed.Count > 0) text.Line("Also: ").Commands(typed);
    }

    /// <summary>The list names its rows and pages, a question its answers; a reply drawn anew is for buttons.</summary>
    private static bool IsSaid(CommandReply reply, ReplyActionKind kind) => kind switch
    {
        ReplyActionKind.Select => true,
        ReplyActionKind.List => reply is CommandReply.Picker,
        ReplyActionKind.Status => reply is CommandReply.Status,
        ReplyActionKind.Why => reply is CommandReply.Why,
        ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny => true,
        _ => false,
    };
}
