using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>Reads the section <c>Telegram</c> of a configuration that was checked, and the secrets that it names.</summary>
internal static class TelegramReader
{
    /// <summary>Whether a bot is meant: anything that only it has is set.</summary>
    public static bool IsMeant(TelegramOptions written, ProcessEnvironment environment) =>
        !string.IsNullOrEmpty(written.Webhook.Url) || NamedSecret.TelegramToken.IsNamed(written.Token, written.TokenFile, environment);

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.ConfigurationInvalid"/>: a secret is missing, or its file is not as it must be.</exception>
    public static TelegramSettings Read(ChatAuthConfiguration loaded, ProcessEnvironment environment)
    {
        var written = loaded.Options.Telegram;
        var problems = new List<string>();
        var secrets = new SecretSource(loaded, environment, problems);
        TelegramCheck.TryReadTransport(written.Transport, out var transport);
        var isWebhook = transport is TelegramTransport.Webhook;
        var token = secrets.Find(NamedSecret.TelegramToken, written.Token, written.TokenFile);
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
