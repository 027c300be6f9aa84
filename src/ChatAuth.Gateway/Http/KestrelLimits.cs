using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChatAuth.Gateway.Http;

/// <summary>What a caller may take of the server: health checks and Telegram's updates need no more.</summary>
internal static class KestrelLimits
{
    /// <summary>The longest body of an update, in bytes.</summary>
    public const int MaxBody = 1024 * 1024;

    public static void Apply(KestrelServerOptions kestrel, Uri listen)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestHeaderCount = 40;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 2 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 256;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        var address = listen.HostNameType is UriHostNameType.Dns ? IPAddress.Loopback : IPAddress.Parse(listen.DnsSafeHost);
        kestrel.Listen(address, listen.Port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
    }
}
