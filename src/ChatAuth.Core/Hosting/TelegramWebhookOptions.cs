namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Telegram:Webhook</c>.</summary>
public sealed class TelegramWebhookOptions
{
    /// <summary>The public https address that reaches the gateway's <c>/telegram/webhook</c>, or http on this machine for a Bot API server there. Default null: none.</summary>
    public string? Url { get; set; }

    /// <summary>What Telegram proves itself with, 32 to 256 of <c>A-Z a-z 0-9 _ -</c>: a secret. Default null: what <see cref="SecretFile"/> holds.</summary>
    public string? Secret { get; set; }

    /// <summary>A file of its owner alone that holds it; relative to the state directory. Default null: the credential <c>telegram-webhook-secret</c> of the systemd unit.</summary>
    public string? SecretFile { get; set; }
}
