namespace ChatAuth.Channels.Sending;

/// <summary>Whether a bot's token may be sent to an address.</summary>
internal static class SecretAddress
{
    /// <summary>Over TLS, or to a server on this machine; and the address itself carries nothing but where it is.</summary>
    public static bool Accepts(Uri baseUrl) =>
        baseUrl is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (baseUrl.Scheme == Uri.UriSchemeHttps || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback));
}
