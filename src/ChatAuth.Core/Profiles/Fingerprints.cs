using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Turns credentials into payers and revisions with a key of this installation, so that a stored payer tells nothing about a secret.</summary>
public sealed class Fingerprints
{
    private readonly byte[] _key;

    /// <summary>Takes over the key.</summary>
    /// <param name="key">At least 32 bytes, made for this purpose only; it must outlive key rotation, or every payer becomes another.</param>
    public Fingerprints(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32);
        _key = key;
    }

    /// <summary>Who is charged for a stored credential at an endpoint.</summary>
    /// <param name="stored">The credential.</param>
    /// <param name="endpoint">The provider's configured base address; null is the vendor's own.</param>
    public Payer PayerOf(StoredCredential stored, Uri? endpoint)
    {
        var account = stored switch
        {
            { Account: { } stated } => $"account:{stated}",
            _ when SignInOf(stored) is { } signIn => $"sign-in:{signIn}",
            { Credential.Bearer: { } bearer } => $"secret:{bearer.Fingerprint(_key)}",
            _ => $"nobody:{stored.Id}",
        };
        return new Payer($"{stored.Provider}|{endpoint?.GetLeftPart(UriPartial.Authority) ?? "-"}|{account}");
    }

    /// <summary>The sign-in that an OAuth login came from; one whose entry names none is known by the refresh token that it was found with. Null for other kinds.</summary>
    public string? SignInOf(StoredCredential stored) =>
        stored.SignIn ?? (stored.Credential is Credential.OAuth { Refresh: { } refresh } ? refresh.Fingerprint(_key) : null);

    /// <summary>Which credential it is: another text for every other secret.</summary>
    public string RevisionOf(Credential credential) =>
        string.Join('.', credential.Secrets.Select(secret => secret.Fingerprint(_key)));
}
