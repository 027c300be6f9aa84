using ChatAuth.Core;
using ChatAuth.Core.Commands;

namespace ChatAuth.Cli.Chat;

/// <summary>One message after the other, as any bot handles them.</summary>
internal sealed class Conversation(IChatAuth chatAuth, ContextSequence contexts, IChatOutput output)
{
    private readonly ChatTranscript _transcript = new();

    /// <summary>Handles a line that a person typed.</summary>
    /// <returns>The reply that was shown; null when there was none, or an answer.</returns>
    public async Task<CommandReply?> SayAsync(string line, CancellationToken cancellationToken)
    {
        var context = contexts.Next();
        switch (await chatAuth.HandleAsync(context, line, cancellationToken))
        {
            case HandleResult.Handled handled:
                output.Show(handled.Reply);
                return handled.Reply;
            case HandleResult.AskModel ask:
                var updates = chatAuth.AskStreamingAsync(context, _transcript.With(ask.Text), ask.Choice, cancellationToken);
                if (await output.AnswerAsync(updates, cancellationToken) is { } answer) _transcript.Add(ask.Text, answer);
                return null;
            default:
                output.ShowNothing();
                return null;
        }
    }

    /// <summary>A line that ends the chat and goes nowhere.</summary>
    public static bool IsEnd(string line) => line.Trim() is "/quit" or "/exit";
}
