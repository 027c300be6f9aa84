using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <summary>What an edit can change in a message.</summary>
internal sealed record DiscordMessageContent(string Text)
{
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;
    public const int Loading = 1 << 7;
    public const int SuppressNotifications = 1 << 12;
    public const int ComponentsV2 = 1 << 15;

    public IReadOnlyList<IReadOnlyList<FakeDiscordComponent>> Rows { get; init; } = [];

    /// <summary>The rows as JSON, as they came.</summary>
    public JsonArray Components { get; init; } = [];

    public int Flags { get; init; }

    /// <summary>Whom it pinged when it was sent.</summary>
    public IReadOnlyList<string> Pings { get; init; } = [];
}
