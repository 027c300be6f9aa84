namespace ChatAuth.Core.Commands;

/// <summary>What a message is, by its text alone.</summary>
internal readonly record struct ParsedMessage
{
    private ParsedMessage(MessageKind kind, ModelCommand? command)
    {
        Kind = kind;
        Command = command;
    }

    /// <summary>What it is.</summary>
    public MessageKind Kind { get; }

    /// <summary>The command; null unless <see cref="Kind"/> is <see cref="MessageKind.Command"/>.</summary>
    public ModelCommand? Command { get; }

    /// <summary>A message for the model.</summary>
    public static ParsedMessage Plain => default;

    /// <summary>A slash word that is not ours, or one addressed to another bot.</summary>
    public static ParsedMessage NotOurs { get; } = new(MessageKind.NotOurs, null);

    /// <summary>A slash word that nobody here knows.</summary>
    public static ParsedMessage UnknownCommand { get; } = new(MessageKind.UnknownCommand, null);

    /// <summary>One of our commands.</summary>
    public static ParsedMessage Of(ModelCommand command) => new(MessageKind.Command, command);
}

/// <summary>What a message is, by its text alone.</summary>
internal enum MessageKind
{
    /// <summary>No command: for the model.</summary>
    Plain,

    /// <summary>A command of ours.</summary>
    Command,

    /// <summary>A command addressed to another bot: silence.</summary>
    NotOurs,

    /// <summary>A slash word that is not ours.</summary>
    UnknownCommand,
}
