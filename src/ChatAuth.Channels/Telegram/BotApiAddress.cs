using System.Globalization;
using System.Text.RegularExpressions;
using ChatAuth.Channels.Sending;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Telegram;

/// <summary>Where a bot's requests go. The token is part of the path, so the address that can be shown is another one than the address that is called.</summary>
internal sealed partial record BotApiAddress
{
    private readonly Secret _token;

    /// <exception cref="ArgumentException">The base is not accepted, or the token has another shape; it says which, and repeats neither.</exception>
    public BotApiAddress(Uri baseUrl, Secret token)
    {
        if (!SecretAddress.Accepts(baseUrl)) throw new ArgumentException("Not an https address, nor http to this machine.", nameof(baseUrl));
        BaseUrl = baseUrl;
        BotId = BotIdOf(token) ?? throw new ArgumentException("Not of the form of a bot token.", nameof(token));
        _token = token;
    }

    /// <summary>Telegram's own servers.</summary>
    public static Uri Official { get; } = new("https://api.telegram.org");

    public Uri BaseUrl { get; }

    /// <summary>The bot's id: the public half of its token.</summary>
    public long BotId { get; }

    /// <summary>The id of the bot that a token belongs to; null when it has not the form <c>123456789:</c> and 30 to 64 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public static long? BotIdOf(Secret token) =>
        Shape().Match(token.Reveal()) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The address of a method as it may be shown: without the token.</summary>
    public Uri Shown(string method) => Of("bot", method);

    /// <summary>The address of a method as it is called.</summary>
    public Uri Called(string method) => Of("bot" + _token.Reveal(), method);

    /// <summary>A text of the server without the token, should it repeat what it was asked.</summary>
    public string WithoutToken(string text) => text.Replace(_token.Reveal().Split(':')[1], _token.ToString(), StringComparison.Ordinal);

    private Uri Of(string bot, string method) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{bot}/{method}");

    [GeneratedRegex(@"\A([1-9][0-9]{0,15}):[A-Za-z0-9_-]{30,64}\z")]
    private static partial Regex Shape();
}
