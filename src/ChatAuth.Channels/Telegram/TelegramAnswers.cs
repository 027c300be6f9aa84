using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// A model's answer as messages. What ChatAuth says beside it is in italics: a model's text has no formatting but its slash words, so it cannot
/// pass for a receipt.
/// </summary>
internal static class TelegramAnswers
{
    private const string Empty = "The model answered with an empty text.";

    public static IReadOnlyList<TelegramPart> Split(string text) => Of([], text, null);

    public static IReadOnlyList<TelegramPart> Of(AskResult.Answer answer, bool showReceipt) =>
        Of(answer.Notices, answer.Response.Text, showReceipt ? answer.Receipt : null);

    /// <summary>The notices, the answer and the line about who paid; at least one message.</summary>
    /// <param name="notices">What is told before it.</param>
    /// <param name="text">The model's text.</param>
    /// <param name="receipt">Who paid; null where that is not asked for.</param>
    public static IReadOnlyList<TelegramPart> Of(IReadOnlyList<Notice> notices, string text, ShownReceipt? receipt)
    {
        var prose = CleanText.Prose(text).TrimEnd();
        if (!CleanText.IsVisible(prose)) prose = Empty;
        List<TelegramEntity> ours = [];
        if (notices.Count > 0)
        {
            var told = string.Join('\n', notices.Select(notice => notice.ToPlainText()));
            ours.Add(new TelegramEntity(TelegramEntities.Italic, 0, told.Length));
            prose = $"{told}\n\n{prose}";
        }
        if (receipt is not null)
        {
            var line = $"({receipt.ToPlainText()})";
            ours.Add(new TelegramEntity(TelegramEntities.Italic, prose.Length + 2, line.Length));
            prose = $"{prose}\n\n{line}";
        }
        return TelegramPart.Of(prose, ours);
    }
}
