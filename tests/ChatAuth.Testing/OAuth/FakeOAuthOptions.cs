namespace ChatAuth.Testing.OAuth;

/// <summary>How a <see cref="FakeOAuthServer"/> behaves.</summary>
public sealed record FakeOAuthOptions
{
    public FakeOAuthMode Mode { get; init; } = FakeOAuthMode.Strict;

    /// <summary>The life of codes and tokens, the grace and slow answers follow it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a spent refresh token gives its successor in <see cref="FakeOAuthMode.Grace"/>.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan AccessLifetime { get; init; } = TimeSpan.FromHours(8);

    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The client that is registered; any port of 127.0.0.1 may be its redirect (RFC 8252, 7.3).</summary>
    public string ClientId { get; init; } = "FAKE-client-of-the-operator";

    public string RedirectPath { get; init; } = "/callback";

    /// <summary>Whether answers of the authorization endpoint name the issuer (RFC 9207).</summary>
    public bool NamesItself { get; init; } = true;
}
