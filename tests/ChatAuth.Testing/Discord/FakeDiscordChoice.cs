namespace ChatAuth.Testing.Discord;

/// <summary>A completion, as it is offered.</summary>
public sealed record FakeDiscordChoice(string Name, string Value);
