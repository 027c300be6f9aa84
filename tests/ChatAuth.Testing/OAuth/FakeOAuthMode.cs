namespace ChatAuth.Testing.OAuth;

/// <summary>What an issuer does with a refresh token that was exchanged.</summary>
public enum FakeOAuthMode
{
    /// <summary>It is spent: who shows it again is taken for a thief, and its whole family is revoked.</summary>
    Strict,

    /// <summary>For <see cref="FakeOAuthOptions.Grace"/> it gives the same successor again; later it is as in <see cref="Strict"/>.</summary>
    Grace,

    /// <summary>It stays valid; answers hold no refresh token.</summary>
    NotRotating,
}
