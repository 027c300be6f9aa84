namespace ChatAuth.Testing.Discord;

/// <summary>A person or a bot.</summary>
public sealed class FakeDiscordUser
{
    internal FakeDiscordUser(string id, string username, string? globalName, bool isBot)
    {
        Id = id;
        Username = username;
        GlobalName = globalName;
        IsBot = isBot;
    }

    public string Id { get; }

    /// <summary>The name that is nobody else's now, and may be tomorrow.</summary>
    public string Username { get; set; }

    /// <summary>The name that is shown; null for none.</summary>
    public string? GlobalName { get; }

    public bool IsBot { get; }

    /// <summary>The language of their client.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>They installed the application for themselves: it goes with them into any guild and conversation.</summary>
    public bool HasInstalled { get; set; }

    public override string ToString() => $"@{Username}";
}
