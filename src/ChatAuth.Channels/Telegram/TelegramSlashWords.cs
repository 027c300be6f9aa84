using System.Globalization;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Where a text holds what Telegram would make a tappable command of: a slash at a word's start and a letter, digit or underscore after it. Rather
/// more is found than Telegram takes: it drops some marks from a text before it looks.
/// </summary>
internal static class TelegramSlashWords
{
    /// <summary>The words, each from its slash to its last letter or digit before a blank.</summary>
    public static IEnumerable<Range> Of(string text)
    {
        for (var slash = text.IndexOf('/'); slash >= 0; slash = Next(text, slash))
        {
            if (!Begins(text, slash)) continue;
            var end = slash + 1;
            for (var at = end; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
            {
                if (char.IsLetterOrDigit(text, at) || text[at] == '_') end = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
            }
            yield return slash..end;
            slash = end - 1;
        }
    }

    private static int Next(string text, int slash) => text.IndexOf('/', slash + 1);

    /// <summary>Neither the slashes of an address nor those of a closing tag begin a command.</summary>
    private static bool Begins(string text, int slash)
    {
        if (slash > 0 && (char.IsLetterOrDigit(text[slash - 1]) || text[slash - 1] is '_' or '/' or '<' or '>')) return false;
        var next = slash + 1;
        while (next < text.Length && IsMark(text[next])) next++;
        return next < text.Length && (char.IsAsciiLetterOrDigit(text[next]) || text[next] == '_');
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
