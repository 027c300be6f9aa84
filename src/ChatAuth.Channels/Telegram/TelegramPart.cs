namespace ChatAuth.Channels.Telegram;

/// <summary>What one message says.</summary>
/// <param name="Text">1 to 4096 UTF-16 units.</param>
/// <param name="Entities">Its formatted spans; null for none.</param>
/// <param name="Keyboard">Its buttons; null for none.</param>
internal sealed record TelegramPart(string Text, IReadOnlyList<TelegramEntity>? Entities, TelegramKeyboard? Keyboard)
{
    private const int MostUnits = 4096;

    /// <summary>Telegram drops those beyond it, and with them what keeps a slash word from being a command.</summary>
    private const int MostEntities = 100;

    /// <summary>A text as messages, with every slash word in it as code; none where it says nothing.</summary>
    /// <param name="text">The text, cleaned.</param>
    /// <param name="styled">Its formatted spans, none within another.</param>
    public static IReadOnlyList<TelegramPart> Of(string text, IReadOnlyList<TelegramEntity> styled) =>
        [.. TextPieces.Of(text, MostUnits).Where(piece => CleanText.IsVisible(text[piece])).Select(piece => Of(text, piece, styled))];

    /// <summary>A slash within a word of the whole text can begin a piece of it, so that each piece is looked at by itself.</summary>
    private static TelegramPart Of(string text, Range piece, IReadOnlyList<TelegramEntity> styled)
    {
        var (start, length) = piece.GetOffsetAndLength(text.Length);
        var entities = TelegramEntities.Of(text[piece], TelegramEntities.Within(styled, start, length));
        if (entities.Count > MostEntities) entities = [new TelegramEntity(TelegramEntities.Code, 0, length)];
        return new TelegramPart(text[piece], entities.Count == 0 ? null : entities, null);
    }
}
