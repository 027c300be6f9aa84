using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>What can be said about the section <c>Telegram</c> without opening a file, so that programs which start no bot say it too.</summary>
internal static class TelegramCheck
{
    public static IEnumerable<string> FindProblems(TelegramOptions written)
    {
        var webhook = written.Webhook;
        if (!IsBase(written.BaseUrl))
            yield return "Telegram:BaseUrl: must be an absolute https address, or http on this machine, without user, query and fragment";
        if (!TryReadTransport(written.Transport, out var transport)) yield return "Telegram:Transport: must be polling or webhook";
        if (string.IsNullOrEmpty(webhook.Url) ? transport is TelegramTransport.Webhook : !IsWebhook(webhook.Url))
            yield return "Telegram:Webhook:Url: must be the public https address of the webhook, without user, query and fragment";
        foreach (var problem in NamedSecret.Token.FindProblems(written.Token, written.TokenFile)) yield return problem;
        foreach (var problem in NamedSecret.WebhookSecret.FindProblems(webhook.Secret, webhook.SecretFile)) yield return problem;
    }

    public static bool TryReadTransport(string text, out TelegramTransport transport)
    {
        transport = text.Equals("webhook", StringComparison.OrdinalIgnoreCase) ? TelegramTransport.Webhook : TelegramTransport.Polling;
        return transport is TelegramTransport.Webhook || text.Equals("polling", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBase(string text) =>
        Find(text) is { } address && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsWebhook(string text) => Find(text)?.Scheme == Uri.UriSchemeHttps;

    private static Uri? Find(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && text.AsSpan().IndexOfAny("?#") < 0 ? address : null;
}
