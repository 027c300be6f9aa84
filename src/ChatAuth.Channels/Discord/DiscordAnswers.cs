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
        if (showReceipt) AddReceipt(texts, [.. SmallPrint(ReplyRenderer.Render(answer.Receipt))]);
        return [.. texts.Select(text => new DiscordMessage(text))];
    }

    /// <summary>Below the answer where nothing in it can reach that far, else as a message of its own: no markup reaches over that.</summary>
    private static void AddReceipt(List<string> texts, IReadOnlyList<string> receipt)
    {
        if (receipt.Any(line => ReachesInto(texts[^1], line))) texts.AddRange(DiscordText.Packed(receipt));
        else Join(texts, texts.Count - 1, DiscordText.Packed([texts[^1], .. receipt]));
    }

    /// <summary>
    /// A quote of three signs goes on to the end of its message. All else ends with its line, or where it is closed, and an escaped mark closes nothing but code and
    /// links, in which an escape means nothing.
    /// </summary>
    private static bool ReachesInto(string text, string line) =>
        text.Contains(">>>", StringComparison.Ordinal) || (text.AsSpan().ContainsAny('`', '[') && line.AsSpan().ContainsAny("`]\"'"));

    private static void Join(List<string> texts, int at, IReadOnlyList<string> joined)
    {
        texts.RemoveAt(at);
        texts.InsertRange(at, joined);
    }

    private static IEnumerable<string> SmallPrint(ReplyText words) =>
        words.Lines.Select(line => (IReadOnlyList<TextSpan>)[.. line.Select(span => span with { Style = TextStyle.Dim })]).SelectMany(DiscordText.Lines);
}
