using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Providers.OAuth;

/// <summary>How a sign-in ended. Nothing is stored by it.</summary>
public abstract record SignInResult
{
    private protected SignInResult() { }

    /// <summary>There is a login. Whether it may take the place of <paramref name="Stored"/> is the caller's decision.</summary>
    /// <param name="Credential">The login, with a sign-in id of its own and the account where the vendor stated one.</param>
    /// <param name="Account">What the vendor said about it.</param>
    /// <param name="Stored">What stands under that id now; null when nothing does.</param>
    /// <param name="MissingScopes">What was asked for and not granted.</param>
    public sealed record Completed(StoredCredential Credential, AccountAnswer Account, StoredCredential? Stored, IReadOnlyList<string> MissingScopes)
        : SignInResult
    {
        /// <summary>The account of both is stated: whether it is the same. Null when either is unproven, or nothing is stored.</summary>
        public bool? IsSameAccount => (Credential.Account, Stored?.Account) is ({ } now, { } before) ? now == before : null;
    }

    /// <summary>There is none.</summary>
    /// <param name="Code">What happened.</param>
    /// <param name="Detail">Why exactly, in words that are safe to show; null when the code says all.</param>
    public sealed record Failed(ErrorCode Code, string? Detail = null) : SignInResult;
}
