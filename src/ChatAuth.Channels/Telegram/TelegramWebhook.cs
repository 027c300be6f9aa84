using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Channels.Telegram;

/// <summary>Takes what Telegram brings to the webhook.</summary>
/// <param name="settings">The section <c>Telegram</c>.</param>
public sealed class TelegramWebhook(TelegramSettings settings)
{
    /// <summary>Whether the header <c>X-Telegram-Bot-Api-Secret-Token</c> proves that Telegram sent it; compared in constant time.</summary>
    public bool IsGenuine(string? secretHeader) => settings.WebhookSecret is { } secret && secretHeader is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(secretHeader)), SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal())));

    /// <summary>Takes one update; false when it could not be dealt with now, so that it has to come again.</summary>
    public Task<bool> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => Task.FromResult(settings.Transport is TelegramTransport.Webhook && !body.IsEmpty);
}
