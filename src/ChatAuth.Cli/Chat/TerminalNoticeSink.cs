using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Chat;

/// <summary>Notices for the conversation that is open at the terminal; those for others, and those that come before it is open, are dropped.</summary>
internal sealed class TerminalNoticeSink : INoticeSink
{
    private (SessionKey Conversation, IChatOutput Output)? _open;

    /// <summary>Opens the terminal for a conversation.</summary>
    public void Attach(SessionKey conversation, IChatOutput output) => _open = (conversation, output);

    public bool Reaches(SessionKey conversation) => _open?.Conversation == conversation;

    public Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        if (Reaches(conversation)) _open?.Output.Tell(notice);
        return Task.CompletedTask;
    }
}
