using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Discord;

/// <summary>The validated section <c>Discord</c>.</summary>
/// <param name="ApplicationId">The number of the application.</param>
/// <param name="PublicKey">What proves that an interaction is Discord's, 64 hexadecimal digits; no secret. Null where they do not come over HTTP.</param>
/// <param name="Token">The bot's token.</param>
public sealed record DiscordSettings(string ApplicationId, string? PublicKey, Secret Token)
{
    /// <summary>Where the REST API is. Default Discord's own.</summary>
    public Uri BaseUrl { get; init; } = DiscordAddress.Official;

    /// <summary>How interactions come. Default over HTTP.</summary>
    public DiscordTransport Transport { get; init; }

    /// <summary>The names by which interactions can be brought here; empty where nobody knows: a proxy can call its host by the address.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The guilds where the commands are registered, and can be used at once. Elsewhere they then work in direct messages alone. Default empty: they are registered everywhere.</summary>
    public IReadOnlyList<string> Guilds { get; init; } = [];
}
