using System.Text.RegularExpressions;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Discord;

/// <summary>The forms of what the developer portal shows, so that something else in its place is noticed before it is sent anywhere.</summary>
public static partial class DiscordForms
{
    /// <summary>Whether it is the number of an application, guild or person.</summary>
    public static bool IsId(string? text) => Snowflake.Find(text) is not null;

    /// <summary>Whether it can be an application's public key: 64 hexadecimal digits that stand for a point of the curve which is none of the few that prove nothing.</summary>
    public static bool IsPublicKey(string? text) => Ed25519PublicKey.TryParse(text, out _);

    /// <summary>Whether it looks like a bot's token: three parts with dots between them.</summary>
    public static bool IsToken(Secret secret) => Token().IsMatch(secret.Reveal());

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\z")]
    private static partial Regex Token();
}
