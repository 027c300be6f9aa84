using ChatAuth.Core.Chat;

namespace ChatAuth.Channels.Discord;

/// <summary>A model's answer as messages. What ChatAuth says beside it is small print, which no text of a model can be.</summary>
internal static class DiscordAnswers
{
    private const string Empty = "The model answered with an empty text.";

    /// <summary>The notices, the answer and the line about who paid; at least one message.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="showReceipt">Say who answered and who paid.</param>
    public static IReadOnlyList<DiscordMessage> Of(AskResult.Answer answer, bool showReceipt)
    {
        List<string> texts = [.. FencedPieces.Of(DiscordProse.Harmless(answer.Response.Text), DiscordText.Most)];
        if (texts.Count == 0) texts.Add(Empty);
        var told = answer.Notices.Select(notice => ReplyRenderer.Render(notice)).SelectMany(SmallPrint).ToList();
        if (told.Count > 0) Join(texts, 0, DiscordText.Packed([.. told, texts[0]]));
        if (showReceipt) Join(texts, texts.Count - 1, DiscordText.Packed([texts[^1], .. SmallPrint(ReplyRenderer.Render(answer.Receipt))]));
        return [.. texts.Select(text => new DiscordMessage(text))];
    }

    private static void Join(List<string> texts, int at, IReadOnlyList<string> joined)
    {
        texts.RemoveAt(at);
        texts.InsertRange(at, joined);
    }

    private static IEnumerable<string> SmallPrint(ReplyText words) =>
        words.Lines.Select(line => (IReadOnlyList<TextSpan>)[.. line.Select(span => span with { Style = TextStyle.Dim })]).SelectMany(DiscordText.Lines);
}
