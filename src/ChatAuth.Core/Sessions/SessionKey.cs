namespace ChatAuth.Core.Sessions;

/// <summary>One conversation: <c>channel:bot:conversation[:thread]</c>, each part percent-escaped.</summary>
/// <param name="Channel">The platform, such as <c>telegram</c>.</param>
/// <param name="Bot">Which bot there.</param>
/// <param name="Conversation">The chat or channel.</param>
/// <param name="Thread">The thread or topic in it; null for the conversation itself.</param>
public readonly record struct SessionKey(string Channel, string Bot, string Conversation, string? Thread = null)
{
    private const int MaxLength = 1024;

    /// <summary>A conversation at this machine's terminal, for which <paramref name="name"/> is short.</summary>
    public static SessionKey Terminal(string name) => new("terminal", "local", name);

    /// <summary>The conversation that a thread belongs to; null for a conversation itself.</summary>
    public SessionKey? Parent => Thread is null ? null : this with { Thread = null };

    /// <summary>Reads the canonical text; false when it is not of that form.</summary>
    public static bool TryParse(string? text, out SessionKey key)
    {
        key = default;
        if (text is not { Length: > 0 and <= MaxLength }) return false;
        var parts = text.Split(':');
        if (parts.Length is not (3 or 4) || parts.Any(part => part.Length == 0)) return false;
        var plain = Array.ConvertAll(parts, Uri.UnescapeDataString);
        key = new SessionKey(plain[0], plain[1], plain[2], plain.ElementAtOrDefault(3));
        return key.ToString() == text;
    }

    /// <summary>Reads the canonical text, or a short name of a terminal conversation.</summary>
    public static bool TryParseShort(string? text, out SessionKey key)
    {
        if (TryParse(text, out key)) return true;
        if (text is not { Length: > 0 and <= 128 } || text.Contains(':') || text.Any(char.IsControl)) return false;
        key = Terminal(text);
        return true;
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Thread is null
        ? $"{Escape(Channel)}:{Escape(Bot)}:{Escape(Conversation)}"
        : $"{Escape(Channel)}:{Escape(Bot)}:{Escape(Conversation)}:{Escape(Thread)}";

    private static string Escape(string part) => Uri.EscapeDataString(part ?? "");
}
