using System.Net;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Gateway.Http;

/// <summary>
/// Whether a request names this gateway: by the address that it came to, by <c>localhost</c> there, or by the webhook's host. Another name
/// means that a page in somebody's browser was led here by its own name's address.
/// </summary>
internal sealed class KnownHosts(TelegramSettings telegram)
{
    public bool Knows(HttpContext context)
    {
        var named = context.Request.Host.Host;
        var local = context.Connection.LocalIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.LocalIpAddress;
        return named.Equals(telegram.WebhookUrl?.Host, StringComparison.OrdinalIgnoreCase)
            || (local is not null && IPAddress.IsLoopback(local) && named.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            || (IPAddress.TryParse(named, out var address) && address.Equals(local));
    }
}
