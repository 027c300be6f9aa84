using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>Reads <c>model[@profile]</c> and <c>@profile</c>; what an <c>@</c> inside unquoted text separates is left to those who know the names.</summary>
internal static class SelectorReader
{
    private static readonly SearchValues<char> RunEnds = SearchValues.Create(" \t\"" + TextCursor.LineBreakCharacters);
    private static readonly SearchValues<char> QuoteEnds = SearchValues.Create("\"" + TextCursor.LineBreakCharacters);

    public static bool TryRead(
        ref TextCursor cursor,
        [NotNullWhen(true)] out ModelSelector? selector,
        [NotNullWhen(false)] out ModelCommand.Malformed? error)
    {
        selector = null;
        var column = cursor.Column;
        if (cursor.NextIs('"'))
        {
            if (!TryReadQuoted(ref cursor, out var model, out error)) return false;
            if (cursor.AtWordEnd) selector = new ModelSelector(model, null, column, Quoted: true);
            else if (cursor.TrySkip('@')) return TryReadWithProfile(ref cursor, model, column, true, out selector, out error);
            else error = new ModelCommand.Malformed(ErrorCode.TextUnexpected, cursor.Column, null);
            return error is null;
        }
        if (cursor.TrySkip('@') && !cursor.AtWordEnd)
            return TryReadWithProfile(ref cursor, "", column, false, out selector, out error);

        cursor.At = column - 1;
        var text = cursor.ReadTo(RunEnds);
        error = null;
        if (cursor.AtWordEnd) selector = new ModelSelector(text.ToString(), null, column);
        else if (text is [.. var before, '@'])
            return TryReadWithProfile(ref cursor, before.ToString(), column, true, out selector, out error);
        else error = QuoteInside(ref cursor);
        return error is null;
    }

    /// <summary>Reads a profile up to the end of the word: a run, or quoted. It may be empty.</summary>
    public static bool TryReadProfile(
        ref TextCursor cursor,
        [NotNullWhen(true)] out string? profile,
        [NotNullWhen(false)] out ModelCommand.Malformed? error)
    {
        if (!cursor.NextIs('"'))
        {
            profile = cursor.ReadTo(RunEnds).ToString();
            error = cursor.AtWordEnd ? null : QuoteInside(ref cursor);
        }
        else if (TryReadQuoted(ref cursor, out profile, out error) && !cursor.AtWordEnd)
        {
            error = new ModelCommand.Malformed(ErrorCode.TextUnexpected, cursor.Column, null);
        }
        return error is null;
    }

    private static bool TryReadWithProfile(
        ref TextCursor cursor, string model, int column, bool quoted,
        [NotNullWhen(true)] out ModelSelector? selector,
        [NotNullWhen(false)] out ModelCommand.Malformed? error)
    {
        var profileColumn = cursor.Column;
        selector = TryReadProfile(ref cursor, out var profile, out error)
            ? new ModelSelector(model, profile, column, quoted, profileColumn)
            : null;
        return selector is not null;
    }

    private static bool TryReadQuoted(
        ref TextCursor cursor,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(false)] out ModelCommand.Malformed? error)
    {
        var column = cursor.Column;
        cursor.TrySkip('"');
        var inside = cursor.ReadTo(QuoteEnds);
        var closed = cursor.TrySkip('"');
        error = closed && !inside.IsEmpty ? null
            : closed || cursor.AtEnd ? new ModelCommand.Malformed(ErrorCode.QuoteOpen, column, null)
            : new ModelCommand.Malformed(ErrorCode.LineBreak, cursor.Column, null);
        text = error is null ? inside.ToString() : null;
        return error is null;
    }

    /// <summary>No id holds a quote: one that is closed is text too much, another is open.</summary>
    private static ModelCommand.Malformed QuoteInside(ref TextCursor cursor)
    {
        var column = cursor.Column;
        return TryReadQuoted(ref cursor, out _, out var error) ? new ModelCommand.Malformed(ErrorCode.TextUnexpected, column, null) : error;
    }
}
