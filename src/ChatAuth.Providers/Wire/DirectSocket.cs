namespace ChatAuth.Providers.Wire;

/// <summary>
/// The way to a vendor or issuer. No redirect is followed and no proxy of the environment is used: each would be handed the credential. Without a propagator there is no
/// activity either.
/// </summary>
internal static class DirectSocket
{
    public static SocketsHttpHandler Open() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
