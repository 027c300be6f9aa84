using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Terminal;

/// <summary>What <c>chatauth chat</c> says first.</summary>
internal static class TerminalBanner
{
    /// <summary>Which conversation, what answers and who pays, and how to go on.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="status">The answer to <c>/model status</c>; only a status says what holds.</param>
    /// <param name="demo">No vendor is called.</param>
    /// <param name="colour">With colours.</param>
    public static string Render(SessionKey conversation, CommandReply? status, bool demo, bool colour)
    {
        var text = new ReplyText().Line("Conversation ").Add(conversation.ToString(), TextStyle.Strong);
        if (demo) text.Add(" [demo]", TextStyle.Warn);
        if (status is CommandReply.Status { Resolution: var resolution } known)
            text.Line().Model(resolution.Model).Next(resolution, known.At);
        text.Line().Commands(["/model help"]).Add(" shows the commands; Ctrl-D ends.", TextStyle.Dim);
        return TerminalChannel.Paint(text, colour);
    }
}
