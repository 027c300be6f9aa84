using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Who sees a reply.</summary>
public enum Visibility
{
    /// <summary>Only the asker: ids and endpoints may be shown.</summary>
    Private,

    /// <summary>Others too: labels and states only.</summary>
    Public,
}

/// <summary>What a text is to the person who sent it.</summary>
public enum TextStanding
{
    /// <summary>The person's own new words to this bot: a command, or a question to the model.</summary>
    Own,

    /// <summary>Somebody else's words, passed on (forwarded, quoted): a question to the model perhaps, never a command.</summary>
    PassedOn,

    /// <summary>Not meant for this bot now (an edit, talk among others): only looked at for secrets.</summary>
    Overheard,
}

/// <summary>A person's message or tap, as the platform attributed it; all that ChatAuth knows about where a text came from.</summary>
public sealed record CommandContext
{
    /// <summary>Who asks, and in which conversation.</summary>
    public required Asker Asker { get; init; }

    /// <summary>The platform's id of the message or tap; a second delivery carries the same.</summary>
    public required ChangeCause Cause { get; init; }

    /// <summary>When the person sent it, by the platform's clock; null where there is no such clock.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The platform's number of the message, which grows within the conversation; null where there is none. A typed change older than the last one applied is refused as superseded.</summary>
    public long? Sequence { get; init; }

    /// <summary>What the text is to its sender. Default: the person's own new words.</summary>
    public TextStanding Standing { get; init; }

    /// <summary>The reply can carry buttons: its actions get tokens, and lists come in pages of buttons. Default false.</summary>
    public bool HasButtons { get; init; }

    /// <summary>How many models or accounts a page of buttons lets choose from, 1 to 100. Default 8: a thumb can take one of them.</summary>
    public int ChoicesAPage { get; init; } = 8;

    /// <summary>How bots are addressed here. Default: not by name.</summary>
    public BotAddress Bot { get; init; }

    /// <summary>Whose credentials are used. Default: the main agent's.</summary>
    public AgentId Agent { get; init; }

    /// <summary>No other bot listens here, so a slash word that is not ours gets an answer. Default false.</summary>
    public bool IsOnlyBot { get; init; }

    /// <summary>The host calls <see cref="IChatAuth.Delivered"/> once a picker has reached the platform; until then its numbers mean nothing. Default false: delivered when returned.</summary>
    public bool ReportsDelivery { get; init; }

    /// <summary>Who will see the reply; null follows the conversation.</summary>
    public Visibility? ReplyVisibility { get; init; }

    /// <summary>The button that was tapped; null for a text.</summary>
    internal ButtonToken? Tap { get; init; }

    /// <summary>Who will see the reply.</summary>
    public Visibility Visibility => ReplyVisibility ?? (Asker.IsPrivate ? Visibility.Private : Visibility.Public);
}
