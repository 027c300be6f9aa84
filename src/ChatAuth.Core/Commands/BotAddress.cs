namespace ChatAuth.Core.Commands;

/// <summary>How bots are addressed on a platform, as in <c>/model@MyBot</c>.</summary>
/// <param name="Name">This bot's name; null where nothing is addressed by name.</param>
/// <param name="OtherNamesEndIn">How every bot's name ends there (<c>bot</c> on Telegram): after an alias, such a name means another bot. Null where names have no common ending.</param>
public readonly record struct BotAddress(string? Name, string? OtherNamesEndIn = null);
