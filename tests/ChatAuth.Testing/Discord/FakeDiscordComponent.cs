namespace ChatAuth.Testing.Discord;

/// <summary>A button (type 2) or a menu of texts (type 3), as it is shown.</summary>
public sealed record FakeDiscordComponent(int Type)
{
    /// <summary>What it hands back; null for a link.</summary>
    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public int? Style { get; init; }

    public string? Url { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<FakeDiscordOption> Options { get; init; } = [];

    public bool IsDisabled { get; init; }

    /// <summary>Discord's own number of it within the message.</summary>
    internal int Number { get; init; }
}
