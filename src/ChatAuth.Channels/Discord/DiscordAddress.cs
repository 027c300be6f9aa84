using System.Net.Http.Headers;
using ChatAuth.Channels.Sending;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Discord;

/// <summary>Where a bot's requests go, and what proves that they are its own.</summary>
internal sealed record DiscordAddress
{
    private readonly Secret? _token;

    /// <param name="baseUrl">Where the REST API is.</param>
    /// <param name="token">The bot's token; null where only interactions are answered.</param>
    /// <exception cref="ArgumentException">The base is not accepted; it is not repeated.</exception>
    public DiscordAddress(Uri baseUrl, Secret? token)
    {
        if (!SecretAddress.Accepts(baseUrl)) throw new ArgumentException("Not an https address, nor http to this machine.", nameof(baseUrl));
        BaseUrl = baseUrl;
        _token = token;
    }

    /// <summary>Discord's own servers.</summary>
    public static Uri Official { get; } = new("https://discord.com/api/v10");

    public Uri BaseUrl { get; }

    /// <summary>The address of a route as it may be shown: without an interaction's token.</summary>
    public Uri Shown(DiscordRoute route) => Of(route.ShownPath);

    /// <summary>The address of a route as it is called.</summary>
    public Uri Called(DiscordRoute route) => Of(route.CalledPath);

    /// <summary>What goes with requests of the bot's own.</summary>
    /// <exception cref="InvalidOperationException">There is no token.</exception>
    public AuthenticationHeaderValue Authorization() => new("Bot", (_token ?? throw new InvalidOperationException("No token.")).Reveal());

    private Uri Of(string path) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{path}");
}
