namespace ChatAuth.Testing.Discord;

/// <summary>An option of a menu, as it is shown.</summary>
public sealed record FakeDiscordOption(string Label, string Value, string? Description, bool IsDefault);
