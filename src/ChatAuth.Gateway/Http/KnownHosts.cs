using System.Net;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Gateway.Http;

/// <summary>
/// Whether a request names this gateway: by the address that it came to, by <c>localhost</c> there, by the webhook's host, or as configured. Another name
/// means that a page in somebody's browser was led here by its own name's address.
/// </summary>
internal sealed class KnownHosts(ChatAuthSettings settings, TelegramSettings? telegram = null)
{
    private readonly string[] _names = [.. settings.Hosts, .. telegram?.WebhookUrl is { } webhook ? [webhook.Host] : Array.Empty<string>()];

    public bool Knows(HttpContext context)
    {
        var named = context.Request.Host.Host;
        var local = context.Connection.LocalIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.LocalIpAddress;
        return _names.Contains(named, StringComparer.OrdinalIgnoreCase)
            || (local is not null && IPAddress.IsLoopback(local) && named.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            || (IPAddress.TryParse(named, out var address) && address.Equals(local));
    }
}
