namespace ChatAuth.Configuration;

/// <summary>Where a chat platform's server is, or calls us.</summary>
internal static class ServerAddress
{
    public const string Form = "an absolute https address, or http on this machine, without user, query and fragment";

    /// <summary>A server on this machine is called, and calls back, without TLS.</summary>
    public static bool Fits(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && text.AsSpan().IndexOfAny("?#") < 0;
}
