using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Chat;

/// <summary>Notices for the conversation that is open at the terminal; those for others, and those that come before it is open, are dropped.</summary>
internal sealed class TerminalNoticeSink : INoticeSink
{
    private Action<SessionKey, Notice>? _open;

    /// <summary>Opens the terminal for a conversation.</summary>
    public void Attach(SessionKey conversation, IChatOutput output) => _open = (key, notice) =>
    {
        if (key == conversation) output.Tell(notice);
    };

    public Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        _open?.Invoke(conversation, notice);
        return Task.CompletedTask;
    }
}
