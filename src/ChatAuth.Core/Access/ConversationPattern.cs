using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Access;

/// <summary>Which conversations a rule speaks of: <c>private</c>, one conversation's key (its threads included), or <c>space:platform:id</c> for a guild.</summary>
public readonly record struct ConversationPattern
{
    private const string PrivateText = "private";
    private const string SpacePrefix = "space:";
    private readonly string? _text;

    private ConversationPattern(string text) => _text = text;

    /// <summary>Every private conversation.</summary>
    public static ConversationPattern Private { get; } = new(PrivateText);

    /// <summary>Reads a pattern; false when it is none.</summary>
    public static bool TryParse(string? text, out ConversationPattern pattern)
    {
        pattern = default;
        if (text == PrivateText) pattern = Private;
        else if (text is not null && text.StartsWith(SpacePrefix, StringComparison.Ordinal) && text.Count(c => c == ':') == 2) pattern = new(text);
        else if (SessionKey.TryParse(text, out var key)) pattern = new(key.ToString());
        return pattern != default;
    }

    /// <summary>Whether the pattern names the asker's conversation, by any of its ids.</summary>
    public bool Matches(Asker asker) => _text is { } text && (
        text == PrivateText ? asker.IsPrivate
        : text.StartsWith(SpacePrefix, StringComparison.Ordinal)
            ? asker.Space is { } space && text == $"{SpacePrefix}{asker.Conversation.Channel}:{space}"
            : Names(asker.Conversation) || IsAny(asker.AlsoKnownAs));

    private bool Names(SessionKey key) => _text == key.ToString() || _text == key.Parent?.ToString();

    private bool IsAny(IReadOnlyList<SessionKey> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (Names(keys[i])) return true;
        }
        return false;
    }

    /// <summary>The pattern's text.</summary>
    public override string ToString() => _text ?? "";
}
