using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels;

/// <summary>The one place where a reply gets its words.</summary>
internal static class ReplyRenderer
{
    /// <summary>The words of a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="offers">Say what to type for the reply's actions; a channel that makes buttons of them does not.</param>
    public static ReplyText Render(CommandReply reply, bool offers) => Render(reply, offers ? reply.Actions : []);

    /// <summary>The words of a reply, some of whose actions are buttons.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="told">The actions without a button: for these is said what to type.</param>
    public static ReplyText Render(CommandReply reply, IReadOnlyList<ReplyAction> told)
    {
        var text = new ReplyText();
        foreach (var notice in reply.Notices) NoticeText.Render(text, notice);
        Body(text, reply, told);
        OfferText.Render(text, reply, told);
        if (reply is CommandReply.Failed failed) FailedText.Codes(text.Line(), failed.Code, failed.Reference);
        return text;
    }

    public static ReplyText Render(Notice notice)
    {
        var text = new ReplyText();
        NoticeText.Render(text, notice);
        return text;
    }

    public static ReplyText Render(OwnerNotice notice)
    {
        var text = new ReplyText();
        OwnerNoticeText.Render(text, notice);
        return text;
    }

    public static ReplyText Render(ShownReceipt receipt) => new ReplyText()
        .Line($"answered by {receipt.Model.Ref}, paid by ", TextStyle.Dim)
        .Add($"{receipt.Profile.Name} ({ReplyWords.Of(receipt.Profile.Billing)})", TextStyle.Dim);

    private static void Body(ReplyText text, CommandReply reply, IReadOnlyList<ReplyAction> told)
    {
        switch (reply)
        {
            case CommandReply.Picker picker: PickerText.Render(text, picker); break;
            case CommandReply.AccountPicker picker: PickerText.Render(text, picker); break;
            case CommandReply.Status status: StatusText.Render(text, status); break;
            case CommandReply.Why why: StatusText.Render(text, why); break;
            case CommandReply.ChoiceChanged changed: ChoiceText.Render(text, changed); break;
            case CommandReply.DryRun dryRun: ChoiceText.Render(text, dryRun); break;
            case CommandReply.History history: HistoryText.Render(text, history); break;
            case CommandReply.Help: HelpText.Render(text); break;
            case CommandReply.Tested tested: OutcomeText.Render(text, tested); break;
            case CommandReply.Cleared cleared: OutcomeText.Render(text, cleared); break;
            case CommandReply.Consented consented: OutcomeText.Render(text, consented); break;
            case CommandReply.Claimed: OutcomeText.Claimed(text); break;
            case CommandReply.Failed failed: FailedText.Render(text, failed, told); break;
        }
    }
}
