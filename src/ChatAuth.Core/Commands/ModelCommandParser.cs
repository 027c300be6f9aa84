using System.Buffers;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>
/// Reads what a message is: one pass from left to right, linear in its length, and nothing is allocated for a message that is no command.
/// Names stay as typed; the grammar is in <c>docs/commands.md</c>.
/// </summary>
internal static class ModelCommandParser
{
    private static readonly SearchValues<char> ModelWordEnds = SearchValues.Create(" \t@:" + TextCursor.LineBreakCharacters);
    private static readonly SearchValues<char> AliasEnds = SearchValues.Create(" \t@" + TextCursor.LineBreakCharacters);

    /// <summary>Reads a message; every text is legal input.</summary>
    /// <param name="text">What a person sent.</param>
    /// <param name="catalog">The aliases that are commands here.</param>
    /// <param name="bot">How bots are addressed here.</param>
    public static ParsedMessage Parse(string text, ModelCatalog catalog, BotAddress bot)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length || text[start] != '/') return ParsedMessage.Plain;

        var cursor = new TextCursor(text.AsSpan().TrimEnd(), start + 1);
        if (IsModelWord(cursor.ReadTo(ModelWordEnds))) return ModelForm.Read(ref cursor, catalog, bot);

        cursor.At = start + 1;
        var alias = cursor.ReadTo(AliasEnds);
        return catalog.IsAlias(alias)
            ? AliasForm.Read(alias, start + 2, ref cursor, bot)
            : ParsedMessage.UnknownCommand;
    }

    private static bool IsModelWord(ReadOnlySpan<char> word) =>
        word.Equals("model", StringComparison.OrdinalIgnoreCase) || word.Equals("models", StringComparison.OrdinalIgnoreCase);
}
