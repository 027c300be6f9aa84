using System.Text;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// A model's text. It is Markdown and stays so, but for what would speak as somebody else: small print is how ChatAuth says who paid, and a mention of a
/// command is one tap away from it.
/// </summary>
internal static class DiscordProse
{
    private const string Small = "-#";
    private const string Mention = "</";

    /// <summary>The text cleaned, without small print and commands.</summary>
    public static string Harmless(string text)
    {
        var prose = CleanText.Prose(text).TrimEnd();
        if (!prose.Contains(Small, StringComparison.Ordinal) && !prose.Contains(Mention, StringComparison.Ordinal)) return prose;
        var harmless = new StringBuilder(prose.Length + 16);
        for (var at = 0; at < prose.Length; at++)
        {
            harmless.Append(prose[at]);
            if (IsSmall(prose, at) || IsMention(prose, at)) harmless.Append('\\');
        }
        return harmless.ToString();
    }

    /// <summary>
    /// Wherever it stands: a quote, a list and emphasis begin a line within a line. Also in what looks like code, because what is code there, and what
    /// only looks so, only Discord can tell.
    /// </summary>
    private static bool IsSmall(string text, int at) =>
        text.AsSpan(at).StartsWith(Small) && (at + Small.Length == text.Length || char.IsWhiteSpace(text[at + Small.Length]));

    /// <summary><c>&lt;/model:123&gt;</c>; a closing tag of a page has no number.</summary>
    private static bool IsMention(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith(Mention)) return false;
        var inside = text.AsSpan(at + Mention.Length);
        var end = inside.IndexOf('>');
        var colon = end < 0 ? -1 : inside[..end].LastIndexOf(':');
        return colon >= 0 && colon + 1 < end && !inside[(colon + 1)..end].ContainsAnyExceptInRange('0', '9');
    }
}
