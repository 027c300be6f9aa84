using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>Turns credentials into payers and revisions with a key of this installation, so that a stored payer tells nothing about a secret.</summary>
public sealed class Fingerprints
{
    private const string BySecret = "secret:";
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
    public Payer PayerOf(StoredCredential stored, Uri? endpoint) =>
        new($"{stored.Provider.Name}|{EndpointOrigin.Of(stored.Provider, endpoint) ?? "-"}|{AccountOf(stored) ?? $"nobody:{stored.Id}"}");

    /// <summary>
    /// An entry that takes the place of another one under its id. With the same secret it is the same account; with another one only where a person says so,
    /// and then its <see cref="StoredCredential.SignIn"/> keeps by what the account was known.
    /// </summary>
    /// <param name="before">What is stored; null for nothing.</param>
    /// <param name="after">What is to be stored.</param>
    /// <param name="isSameAccount">A person says that the account is the same.</param>
    /// <returns>What to store; null when a person says so of an entry that names no account or is of another kind.</returns>
    public StoredCredential? Succeed(StoredCredential? before, StoredCredential after, bool isSameAccount)
    {
        var account = before is not null && before.Credential.Kind == after.Credential.Kind ? AccountOf(before) : null;
        if (account is null) return isSameAccount ? null : after;
        if (!isSameAccount && RevisionOf(before!.Credential) != RevisionOf(after.Credential)) return after;
        var signIn = isSameAccount && before!.Account is null ? SignInOf(before) ?? account : before!.SignIn;
        return after with { Account = before.Account, SignIn = signIn, Email = after.Email ?? before.Email };
    }

    /// <summary>The sign-in that an OAuth login came from; one whose entry names none is known by the refresh token that it was found with. Null for other kinds.</summary>
    public string? SignInOf(StoredCredential stored) =>
        stored.SignIn ?? (stored.Credential is Credential.OAuth { Refresh: { } refresh } ? refresh.Fingerprint(_key) : null);

    /// <summary>Which credential it is: another text for every other secret.</summary>
    public string RevisionOf(Credential credential) =>
        string.Join('.', credential.Secrets.Select(secret => secret.Fingerprint(_key)));

    /// <summary>Tells one token from another.</summary>
    internal string Of(Secret token) => token.Fingerprint(_key);

    private string? AccountOf(StoredCredential stored) => stored switch
    {
        { Account: { } stated } => $"account:{stated}",
        _ when SignInOf(stored) is { } signIn => signIn.StartsWith(BySecret, StringComparison.Ordinal) ? signIn : $"sign-in:{signIn}",
        { Credential.Bearer: { } bearer } => BySecret + bearer.Fingerprint(_key),
        _ => null,
    };
}
