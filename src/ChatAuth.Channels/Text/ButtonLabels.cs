using System.Globalization;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels;

/// <summary>What buttons say.</summary>
internal static class ButtonLabels
{
    /// <summary>The most UTF-16 units of a label: more is not shown on a phone.</summary>
    private const int Most = 60;

    public static string Of(CommandReply reply, ReplyAction action) => action.Kind switch
    {
        _ when PageOf(reply, action) is { } page => Paging(page.Number, page.Here, page.Of),
        ReplyActionKind.Pick or ReplyActionKind.Select => ChoiceLabels.Of(reply, action),
        ReplyActionKind.Accounts => "Switch account",
        ReplyActionKind.Unpin => "Unpin",
        ReplyActionKind.Undo => "Undo",
        ReplyActionKind.Reset => "Reset",
        ReplyActionKind.Inherit => "Follow parent",
        ReplyActionKind.AllowOnce => Yes(reply as CommandReply.Failed, "once", "Allow once"),
        ReplyActionKind.AllowSession => Yes(reply as CommandReply.Failed, "here", "Allow here"),
        ReplyActionKind.AllowNever => "Never here",
        ReplyActionKind.Deny => "No",
        ReplyActionKind.Clear when action.Shown is { } rested => Named("Clear ", rested.Name, ""),
        ReplyActionKind.Status => reply is CommandReply.Status ? "Redraw" : "Status",
        ReplyActionKind.List => action.Provider is { } provider ? Named("All of ", provider.Name, "") : "Models",
        _ => action.Kind.ToString(),
    };

    /// <summary>The page that a button turns to, from the page shown and of how many; null where it turns none.</summary>
    public static (int Number, int Here, int Of)? PageOf(CommandReply reply, ReplyAction action) => (reply, action) switch
    {
        (CommandReply.Picker picker, { Kind: ReplyActionKind.List, Page: { } page }) when action.Provider == picker.Provider => (page, picker.Page, picker.Pages),
        (CommandReply.AccountPicker picker, { Kind: ReplyActionKind.Accounts, Page: { } page }) => (page, picker.Page, picker.Pages),
        _ => null,
    };

    /// <summary>A name between what tells one button from another; only the name is cut.</summary>
    public static string Named(string before, string name, string after) =>
        before + ShortName.Of(name, Math.Max(1, Most - before.Length - after.Length)) + after;

    private static string Paging(int page, int here, int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"{(page < here ? "‹ " : "")}{page}/{pages}{(page > here ? " ›" : "")}");

    /// <summary>Says yes to what was asked, with who pays for it.</summary>
    private static string Yes(CommandReply.Failed? asked, string reach, string otherwise) =>
        asked?.Profile is not { } payer ? otherwise
        : asked.Code == ErrorCode.PinCooling ? Named("Try ", payer.Name, $" {reach}")
        : asked.Code == ErrorCode.AttemptOpen ? Named("Send again, ", payer.Name, " pays")
        : Named("Yes, ", payer.Name, $" pays {reach}");
}
