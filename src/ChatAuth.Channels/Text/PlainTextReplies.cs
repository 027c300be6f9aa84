using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels;

/// <summary>Replies as plain text that suits any platform: lines parted by a line feed, no markup, nothing invisible in it.</summary>
public static class PlainTextReplies
{
    /// <summary>The reply with its notices before it and, at its end, what to type for what it offers.</summary>
    public static string ToPlainText(this CommandReply reply) => ReplyRenderer.Render(reply, offers: true).ToString();

    /// <summary>The notice, on one line.</summary>
    public static string ToPlainText(this Notice notice) => ReplyRenderer.Render(notice).ToString();

    /// <summary>What an owner is told: what is the matter, and on a second line what helps.</summary>
    public static string ToPlainText(this OwnerNotice notice) => ReplyRenderer.Render(notice).ToString();

    /// <summary>What to show of a message that was asked: the answer after its notices and before its receipt, or the refusal.</summary>
    public static string ToPlainText(this AskResult result) => result switch
    {
        AskResult.Answer answer => string.Join('\n', [.. answer.Notices.Select(ToPlainText), answer.Response.Text, $"({answer.Receipt.ToPlainText()})"]),
        AskResult.Refused refused => refused.Reply.ToPlainText(),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>Who answered and who paid, on one line: <c>answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription)</c>.</summary>
    public static string ToPlainText(this ShownReceipt receipt) => ReplyRenderer.Render(receipt).ToString();
}
