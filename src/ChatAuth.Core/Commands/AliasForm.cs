using System.Buffers;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>Reads what follows <c>/alias</c>: an address, a profile, then options alone or a prompt.</summary>
internal static class AliasForm
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static ParsedMessage Read(ReadOnlySpan<char> alias, int column, ref TextCursor cursor, BotAddress bot)
    {
        if (!TrySkipAddress(ref cursor, bot) && IsForAnotherBot(cursor, bot)) return ParsedMessage.NotOurs;
        var selector = new ModelSelector(alias.ToString(), null, column, Quoted: true);
        if (cursor.TrySkip('@'))
        {
            var profileColumn = cursor.Column;
            if (!SelectorReader.TryReadProfile(ref cursor, out var profile, out var error)) return ParsedMessage.Of(error);
            // Nothing after the @ must not become the alias alone: it stays undecided text, which names nothing.
            selector = profile.Length > 0
                ? selector with { Profile = profile, ProfileColumn = profileColumn }
                : new ModelSelector($"{alias}@", null, column);
        }
        return ParsedMessage.Of(ReadOptions(cursor, selector) ?? new ModelCommand.AskOnce(selector, cursor.Rest.Trim().ToString()));
    }

    private static bool TrySkipAddress(ref TextCursor cursor, BotAddress bot)
    {
        var ahead = cursor;
        if (bot.Name is not { Length: > 0 } name
            || !ahead.TrySkip('@')
            || !ahead.Rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        ahead.At += name.Length;
        if (!ahead.AtWordEnd && !ahead.NextIs('@')) return false;
        cursor = ahead;
        return true;
    }

    /// <summary>A name with other characters is a profile, whatever it ends in: no bot is called <c>google:robot</c>.</summary>
    private static bool IsForAnotherBot(TextCursor cursor, BotAddress bot)
    {
        if (bot.OtherNamesEndIn is not { } ending || !cursor.TrySkip('@')) return false;
        var length = cursor.Rest.IndexOfAnyExcept(NameCharacters);
        var name = length < 0 ? cursor.Rest : cursor.Rest[..length];
        cursor.At += name.Length;
        return (cursor.AtWordEnd || cursor.NextIs('@')) && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The selection when nothing but options follows on this line, else null: then it is a prompt.</summary>
    private static ModelCommand? ReadOptions(TextCursor cursor, ModelSelector selector)
    {
        cursor.SkipBlanks();
        var column = cursor.Column;
        var word = cursor.ReadWord();
        TimeSpan? span = null;
        var timed = word.Equals("for", StringComparison.OrdinalIgnoreCase);
        if (timed)
        {
            cursor.SkipBlanks();
            column = cursor.Column;
            if (!SpanText.TryRead(cursor.ReadWord(), out span)) return null;
            cursor.SkipBlanks();
            word = cursor.ReadWord();
        }
        if (!cursor.AtEnd || word is not ("" or "?")) return null;
        return timed && span is null
            ? new ModelCommand.Malformed(ErrorCode.SpanInvalid, column, null)
            : new ModelCommand.Select(selector, span, word is "?");
    }
}
