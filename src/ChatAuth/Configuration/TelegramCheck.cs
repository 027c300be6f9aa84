using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>What can be said about the section <c>Telegram</c> without opening a file, so that programs which start no bot say it too.</summary>
internal static class TelegramCheck
{
    public static IEnumerable<string> FindProblems(TelegramOptions written)
    {
        var webhook = written.Webhook;
        if (!ServerAddress.Fits(written.BaseUrl)) yield return $"Telegram:BaseUrl: must be {ServerAddress.Form}";
        if (!TryReadTransport(written.Transport, out var transport)) yield return "Telegram:Transport: must be polling or webhook";
        if (string.IsNullOrEmpty(webhook.Url) ? transport is TelegramTransport.Webhook : !ServerAddress.Fits(webhook.Url))
            yield return $"Telegram:Webhook:Url: must be {ServerAddress.Form}";
        foreach (var problem in NamedSecret.TelegramToken.FindProblems(written.Token, written.TokenFile)) yield return problem;
        foreach (var problem in NamedSecret.WebhookSecret.FindProblems(webhook.Secret, webhook.SecretFile)) yield return problem;
    }

    public static bool TryReadTransport(string text, out TelegramTransport transport)
    {
        transport = text.Equals("webhook", StringComparison.OrdinalIgnoreCase) ? TelegramTransport.Webhook : TelegramTransport.Polling;
        return transport is TelegramTransport.Webhook || text.Equals("polling", StringComparison.OrdinalIgnoreCase);
    }
}
