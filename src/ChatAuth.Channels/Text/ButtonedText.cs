using ChatAuth.Core.Commands;

namespace ChatAuth.Channels;

/// <summary>The words of a reply that has buttons below, with what to type for what has none.</summary>
internal static class ButtonedText
{
    /// <param name="reply">The reply.</param>
    /// <param name="buttons">Those of its actions that are buttons, or entries of a menu.</param>
    /// <param name="menu">Its models or accounts are in a menu, with all that is to be said of them; only those that are not there are listed.</param>
    public static ReplyText Of(CommandReply reply, IReadOnlyList<ReplyAction> buttons, bool menu = false)
    {
        IReadOnlyList<ReplyAction> told = [.. reply.Actions.Where(action => !buttons.Contains(action))];
        if (reply is not (CommandReply.Picker or CommandReply.AccountPicker)) return ReplyRenderer.Render(reply, told);
        var text = new ReplyText();
        foreach (var notice in reply.Notices) NoticeText.Render(text, notice);
        if (reply is CommandReply.Picker picker) BriefPickerText.Render(text, picker, told, menu);
        if (reply is CommandReply.AccountPicker accounts) BriefPickerText.Render(text, accounts, told, menu);
        OfferText.Render(text, reply, told);
        return text;
    }
}
