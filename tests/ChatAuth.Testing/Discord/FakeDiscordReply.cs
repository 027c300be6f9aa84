namespace ChatAuth.Testing.Discord;

/// <summary>What an endpoint answered.</summary>
/// <param name="Status">The HTTP status; 0 where none came.</param>
/// <param name="Body">The body as text.</param>
public sealed record FakeDiscordReply(int Status, string Body);
