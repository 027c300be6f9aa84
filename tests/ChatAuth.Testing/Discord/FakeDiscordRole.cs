namespace ChatAuth.Testing.Discord;

/// <summary>A role of a guild.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Permissions">Bits of <see cref="FakeDiscordPermissions"/>.</param>
public sealed record FakeDiscordRole(string Id, string Name, long Permissions);
