using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Contracts.Channels;

/// <summary>A conversation on a platform.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IsPrivate">One person is there with the bot.</param>
/// <param name="Platform">What the platform's fake calls it.</param>
public sealed record ChannelPlace(SessionKey Key, bool IsPrivate, object Platform);
