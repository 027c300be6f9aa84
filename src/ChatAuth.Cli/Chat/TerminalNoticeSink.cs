using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Chat;

/// <summary>
/// Notices for the conversation that is open at the terminal, as the person who sits there may see them; others are not reached. What owners are told is for
/// the operator in front of a screen: a script that reads lines would swallow it.
/// </summary>
internal sealed class TerminalNoticeSink : INoticeSink, IOwnerSink
{
    private (Asker Asker, IChatOutput Output)? _open;

    /// <summary>Opens the terminal for a conversation.</summary>
    public void Attach(Asker asker, IChatOutput output) => _open = (asker, output);

    public Asker? ReachedAs(SessionKey conversation) => _open?.Asker is { } asker && asker.Conversation == conversation ? asker : null;

    public Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        if (ReachedAs(conversation) is not null) _open?.Output.Tell(notice);
        return Task.CompletedTask;
    }

    public ValueTask<Asker?> ReachAsync(Person owner, CancellationToken cancellationToken) =>
        new(owner == Person.Operator && _open is { Asker: { IsOperator: true } asker, Output: ScreenOutput } ? asker : null);

    public Task TellAsync(Asker owner, OwnerNotice notice, CancellationToken cancellationToken)
    {
        (_open?.Output as ScreenOutput)?.Tell(notice);
        return Task.CompletedTask;
    }
}
