using System.Text.RegularExpressions;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Telegram;

/// <summary>The forms of Telegram's secrets, so that something else in their place is noticed before it is sent anywhere.</summary>
public static partial class TelegramSecretForms
{
    /// <summary>Whether it looks like a bot's token: <c>digits:characters</c>.</summary>
    public static bool IsToken(Secret secret) => BotApiAddress.BotIdOf(secret) is not null;

    /// <summary>Whether Telegram accepts it as a webhook's <c>secret_token</c> (1 to 256 of <c>A-Z a-z 0-9 _ -</c>) and it is long enough not to be guessed: 32.</summary>
    public static bool IsWebhookSecret(Secret secret) => WebhookSecret().IsMatch(secret.Reveal());

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{32,256}\z")]
    private static partial Regex WebhookSecret();
}
