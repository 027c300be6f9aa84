using System.Buffers;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>Reads what follows <c>/model</c>: an address, a colon, and one line with a word, a number or a selector.</summary>
internal static class ModelForm
{
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t@:" + TextCursor.LineBreakCharacters);

    public static ParsedMessage Read(ref TextCursor cursor, ModelCatalog catalog, BotAddress bot)
    {
        var column = cursor.Column;
        if (cursor.TrySkip('@'))
        {
            if (bot.Name is null) return Malformed(ErrorCode.AddressUnknown, column, WithSpace(cursor, '@'));
            var name = cursor.ReadTo(AddressEnds);
            if (name.IsEmpty) return Malformed(ErrorCode.TextUnexpected, column, null);
            if (!name.Equals(bot.Name, StringComparison.OrdinalIgnoreCase)) return ParsedMessage.NotOurs;
        }
        var lineBreak = cursor.Rest.IndexOfAny(TextCursor.LineBreaks);
        if (lineBreak >= 0) return ParsedMessage.Of(CommandWords.OrClaim(new(ErrorCode.LineBreak, cursor.Column + lineBreak, null), cursor));

        var colon = cursor.TrySkip(':');
        if (!cursor.AtWordEnd) return Malformed(ErrorCode.TextUnexpected, cursor.Column, WithSpace(cursor));
        cursor.SkipBlanks();
        if (!colon && TrySkipWord(ref cursor, ":")) cursor.SkipBlanks();
        return ParsedMessage.Of(ReadArgument(ref cursor, catalog, bot));
    }

    private static ModelCommand ReadArgument(ref TextCursor cursor, ModelCatalog catalog, BotAddress bot)
    {
        if (cursor.AtEnd) return new ModelCommand.List(null, 1);
        var start = cursor.At;
        var word = cursor.ReadWord();
        if (CommandWords.Find(word) is { } read) return read(ref cursor);
        if (word is "?") return CommandEnd.Require(ref cursor, new ModelCommand.Help(), "/model ?");
        if (word.Equals("for", StringComparison.OrdinalIgnoreCase) && !cursor.AtEnd && !catalog.IsAlias(word)) return ReadTime(start + 1, ref cursor);
        if (CommandWords.IsNumber(word)) return ReadPick(word, start + 1, ref cursor);

        cursor.At = start;
        return SelectorReader.TryRead(ref cursor, out var selector, out var error)
            ? ReadOptions(selector, ref cursor, catalog, bot)
            : error;
    }

    private static ModelCommand ReadPick(ReadOnlySpan<char> digits, int column, ref TextCursor cursor) =>
        CommandWords.ReadNumber(digits) is { } row
            ? CommandEnd.Require(ref cursor, new ModelCommand.Pick(row), $"/model {row}")
            : new ModelCommand.Malformed(ErrorCode.RowUnknown, column, null);

    /// <summary>A time, where what it is for was forgotten.</summary>
    private static ModelCommand ReadTime(int start, ref TextCursor cursor)
    {
        cursor.SkipBlanks();
        var column = cursor.Column;
        return SpanText.TryRead(cursor.ReadWord(), out var read) && read is { } span
            ? CommandEnd.Require(ref cursor, new ModelCommand.Malformed(ErrorCode.ChoiceMissing, start, null) { TimeAlone = span }, null)
            : new ModelCommand.Malformed(ErrorCode.SpanInvalid, column, null);
    }

    private static ModelCommand ReadOptions(ModelSelector selector, ref TextCursor cursor, ModelCatalog catalog, BotAddress bot)
    {
        cursor.SkipBlanks();
        if (cursor.AtEnd) return new ModelCommand.Select(selector, null, false);
        var column = cursor.Column;
        var rest = cursor.Rest;
        var word = cursor.ReadWord();
        if (word is "?") return CommandEnd.Require(ref cursor, new ModelCommand.Select(selector, null, true), null);
        if (!word.Equals("for", StringComparison.OrdinalIgnoreCase))
            return new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, AskOnceForm.Instead(selector, rest, catalog, bot));

        cursor.SkipBlanks();
        if (!cursor.AtEnd) column = cursor.Column;
        if (!SpanText.TryRead(cursor.ReadWord(), out var span) || span is null)
            return new ModelCommand.Malformed(ErrorCode.SpanInvalid, column, AskOnceForm.Repeat(selector) is { } again ? $"/model {again} for 2h" : null);
        cursor.SkipBlanks();
        var dryRun = TrySkipWord(ref cursor, "?");
        return CommandEnd.Require(ref cursor, new ModelCommand.Select(selector, span, dryRun), null);
    }

    private static bool TrySkipWord(ref TextCursor cursor, string expected)
    {
        var ahead = cursor;
        if (!ahead.ReadWord().SequenceEqual(expected)) return false;
        cursor = ahead;
        return true;
    }

    /// <summary>The command with the space that was forgotten; only when a single harmless word follows, for the rest of the line is not guessed at.</summary>
    private static string? WithSpace(TextCursor cursor, char? before = null)
    {
        var word = cursor.Rest.TrimEnd(':');
        return word.Length <= EchoText.MaxLength && IdText.IsValid(word) ? $"/model {before}{word}" : null;
    }

    private static ParsedMessage Malformed(ErrorCode code, int column, string? works) =>
        ParsedMessage.Of(new ModelCommand.Malformed(code, column, works));
}
