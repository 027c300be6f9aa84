using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Errors;

namespace ChatAuth.Configuration;

/// <summary>Reads the section <c>Telegram</c> of a configuration that was checked, and the secrets that it names.</summary>
internal static class TelegramReader
{
    /// <summary>The bot; null where nothing names a token.</summary>
    /// <exception cref="ChatAuthException">As below.</exception>
    public static TelegramSettings? Find(ChatAuthConfiguration loaded, ProcessEnvironment environment) =>
        loaded.Options.Telegram is { Token: null or "", TokenFile: null or "" } && !environment.Variables.ContainsKey(SecretSource.UnitCredentials)
            ? null : Read(loaded, environment);

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.ConfigurationInvalid"/>: a secret is missing, or its file is not as it must be.</exception>
    public static TelegramSettings Read(ChatAuthConfiguration loaded, ProcessEnvironment environment)
    {
        var written = loaded.Options.Telegram;
        var problems = new List<string>();
        var secrets = new SecretSource(loaded, environment, problems);
        TelegramCheck.TryReadTransport(written.Transport, out var transport);
        var isWebhook = transport is TelegramTransport.Webhook;
        var token = secrets.Find(NamedSecret.Token, written.Token, written.TokenFile);
        var webhookSecret = isWebhook ? secrets.Find(NamedSecret.WebhookSecret, written.Webhook.Secret, written.Webhook.SecretFile) : null;
        if (problems.Count > 0) throw new ChatAuthException(ErrorCode.ConfigurationInvalid, string.Join('\n', problems));
        return new TelegramSettings(token!)
        {
            BaseUrl = new Uri(written.BaseUrl),
            Transport = transport,
            WebhookUrl = isWebhook ? new Uri(written.Webhook.Url!) : null,
            WebhookSecret = webhookSecret,
            KeepsPace = written.KeepPace,
        };
    }
}
