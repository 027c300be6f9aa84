using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Terminal;

/// <summary>Replies for a terminal: the plain text, coloured by style where colours are wanted. No line feed at the end.</summary>
internal static class TerminalChannel
{
    public static string Render(CommandReply reply, bool colour) => Paint(ReplyRenderer.Render(reply, offers: true), colour);

    public static string Render(ShownReceipt receipt, bool colour) => Paint(ReplyRenderer.Render(receipt), colour);

    public static string Paint(ReplyText text, bool colour) => colour
        ? string.Join('\n', text.Lines.Select(line => string.Concat(line.Select(Paint))))
        : text.ToString();

    private static string Paint(TextSpan span) => Sgr(span.Style) is { } sgr ? $"\e[{sgr}m{span.Text}\e[0m" : span.Text;

    /// <summary>Only the eight basic colours: they follow the person's own palette, light or dark.</summary>
    private static string? Sgr(TextStyle style) => style switch
    {
        TextStyle.Strong => "1",
        TextStyle.Good => "32",
        TextStyle.Warn => "33",
        TextStyle.Bad => "31",
        TextStyle.Dim => "2",
        TextStyle.Command => "36",
        _ => null,
    };
}
