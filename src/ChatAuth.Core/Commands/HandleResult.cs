using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Commands;

/// <summary>What to do with a message.</summary>
public abstract record HandleResult
{
    private protected HandleResult() { }

    /// <summary>Nothing: it is not ours, not a person's, or its sender may not ask here. It must not reach a model.</summary>
    public sealed record Ignored : HandleResult;

    /// <summary>Send the reply.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record Handled(CommandReply Reply) : HandleResult;

    /// <summary>Ask the model.</summary>
    /// <param name="Text">The text to ask with; it can be an earlier message that waited for consent.</param>
    /// <param name="Choice">With what to ask; null is the conversation's choice.</param>
    public sealed record AskModel(string Text, AskChoice? Choice) : HandleResult;
}
