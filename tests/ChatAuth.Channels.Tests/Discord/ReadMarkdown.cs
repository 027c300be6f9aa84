using System.Text;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Reads what our own Markdown shows: escapes, bold, code, bullets and small print. Any other mark that would act is an error.</summary>
internal static class ReadMarkdown
{
    private const string Acting = "_~|<>[]@";

    /// <summary>The text that a person sees.</summary>
    public static string Of(string markdown) => string.Join('\n', markdown.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var shown = new StringBuilder();
        var start = line.StartsWith("-# ", StringComparison.Ordinal) ? 3 : 0;
        if (start == 0 && line.StartsWith("- ", StringComparison.Ordinal))
        {
            shown.Append("- ");
            start = 2;
        }
        RefuseOpener(line[start..]);
        for (var at = start; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '\\':
                    at++;
                    if (at == line.Length || !char.IsAscii(line[at]) || !(char.IsPunctuation(line[at]) || char.IsSymbol(line[at]))) throw new FormatException($"a backslash of no use at {at}: {line}");
                    shown.Append(line[at]);
                    break;
                case '`':
                    var end = line.IndexOf('`', at + 1);
                    shown.Append(line[(at + 1)..end]);
                    at = end;
                    break;
                case '*':
                    if (line[at..] is not ['*', '*', ..]) throw new FormatException($"a star at {at}: {line}");
                    at++;
                    break;
                case ':' when at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1]) && line[at + 1] != '*':
                case var mark when Acting.Contains(mark):
                    throw new FormatException($"{line[at]} at {at}: {line}");
                default:
                    shown.Append(line[at]);
                    break;
            }
        }
        return shown.ToString();
    }

    private static void RefuseOpener(string line)
    {
        var text = line.TrimStart(' ', '*');
        var number = text.TakeWhile(char.IsAsciiDigit).Count();
        if (text is ['#' or '-' or '+', ..] || (number > 0 && number < text.Length && text[number] is '.' or ')')) throw new FormatException($"an opener: {line}");
    }
}
