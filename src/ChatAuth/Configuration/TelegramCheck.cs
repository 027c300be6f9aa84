using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>What can be said about the section <c>Telegram</c> without opening a file, so that programs which start no bot say it too.</summary>
internal static class TelegramCheck
{
    private const string Address = "an absolute https address, or http on this machine, without user, query and fragment";

    public static IEnumerable<string> FindProblems(TelegramOptions written)
    {
        var webhook = written.Webhook;
        if (!IsAddress(written.BaseUrl)) yield return $"Telegram:BaseUrl: must be {Address}";
        if (!TryReadTransport(written.Transport, out var transport)) yield return "Telegram:Transport: must be polling or webhook";
        if (string.IsNullOrEmpty(webhook.Url) ? transport is TelegramTransport.Webhook : !IsAddress(webhook.Url))
            yield return $"Telegram:Webhook:Url: must be {Address}";
        foreach (var problem in NamedSecret.Token.FindProblems(written.Token, written.TokenFile)) yield return problem;
        foreach (var problem in NamedSecret.WebhookSecret.FindProblems(webhook.Secret, webhook.SecretFile)) yield return problem;
    }

    public static bool TryReadTransport(string text, out TelegramTransport transport)
    {
        transport = text.Equals("webhook", StringComparison.OrdinalIgnoreCase) ? TelegramTransport.Webhook : TelegramTransport.Polling;
        return transport is TelegramTransport.Webhook || text.Equals("polling", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A Bot API server on this machine is called, and calls back, without TLS.</summary>
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && text.AsSpan().IndexOfAny("?#") < 0;
}
