namespace ChatAuth.Testing.Contracts.Channels;

/// <summary>What the person who did something was shown for it, wherever they look.</summary>
/// <param name="Alert">What passed by, or had to be dismissed; null for nothing.</param>
/// <param name="Messages">What is new or has changed, in order.</param>
public sealed record ChannelReply(string? Alert, IReadOnlyList<ShownMessage> Messages)
{
    /// <summary>All its words.</summary>
    public string Text => string.Join('\n', [.. Messages.Select(message => message.Text), .. Alert is null ? Array.Empty<string>() : [Alert]]);

    /// <summary>They were shown nothing.</summary>
    public bool IsNothing => Alert is null && Messages.Count == 0;

    /// <summary>The last message with something to choose.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ShownMessage Menu => Messages.LastOrDefault(message => message.Choices.Count > 0) ?? throw new InvalidOperationException($"Nothing to choose: {this}");

    public override string ToString() => string.Join('\n', [.. Messages.Select(message => message.ToString()), $"({Alert})"]);
}
