namespace ChatAuth.Cli.Chat;

/// <summary>A chat by lines: from a pipe, a file, a script.</summary>
internal sealed class PipeChat(Conversation conversation, TextReader input)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } line && !Conversation.IsEnd(line))
        {
            if (!string.IsNullOrWhiteSpace(line)) await conversation.SayAsync(line, cancellationToken);
        }
    }
}
