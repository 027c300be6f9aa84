namespace ChatAuth.Core.Credentials;

/// <summary>What is done with a login that was found in another program, beside what is stored under its profile: a pure function.</summary>
/// <param name="Result">What it comes to.</param>
/// <param name="Entry">What is stored; null leaves the store as it is.</param>
public sealed record ImportDecision(ImportResult Result, StoredCredential? Entry = null)
{
    /// <summary>Decides.</summary>
    /// <param name="stored">What is stored now; null when nothing is.</param>
    /// <param name="found">The login as it would be stored as a new payer: account as far as its vendor stated it, a sign-in of its own, its refresh token.</param>
    /// <param name="isRefused">Its vendor does not accept the token.</param>
    /// <param name="keepRefresh">The operator turned refresh by us on: only then the refresh token is stored.</param>
    /// <param name="now">The present.</param>
    public static ImportDecision Of(StoredCredential? stored, StoredCredential found, bool isRefused, bool keepRefresh, DateTimeOffset now)
    {
        if (stored is null) return Take(ImportResult.Added, found, keepRefresh);
        if (IsForeign(stored) || IsDowngrade(stored, found, now)) return new(ImportResult.Kept);
        if (stored.Provider != found.Provider) return Take(ImportResult.AccountChanged, found, keepRefresh);
        if (IsSamePayer(stored, found)) return Renew(stored, found, keepRefresh, now);
        if (HasEnded(found.Credential, now)) return new(ImportResult.Ended);
        if (stored.Account is not null && found.Account is not null) return Take(ImportResult.AccountChanged, found, keepRefresh);
        if (isRefused) return new(ImportResult.Refused);
        return HasEnded(stored.Credential, now) ? Take(ImportResult.AccountChanged, found, keepRefresh) : new(ImportResult.Unproven);
    }

    /// <summary>Whether the decision depends on whose account the found token is. One that has ended is not worth the question: it would be refused.</summary>
    public static bool NeedsAccount(StoredCredential? stored, StoredCredential found, DateTimeOffset now) =>
        !HasEnded(found.Credential, now)
        && (stored is null || !(IsForeign(stored) || IsDowngrade(stored, found, now) || HaveOneToken(stored, found)));

    /// <summary>No program's login: a key that somebody put there by hand would be lost, and of what is unknown nobody can say.</summary>
    private static bool IsForeign(StoredCredential stored) => stored.Credential is Credential.Unknown or Credential.ApiKey;

    /// <summary>A login keeps what a bare token has not: the program can renew it. One that has ended gives way, or no new token could take its place.</summary>
    private static bool IsDowngrade(StoredCredential stored, StoredCredential found, DateTimeOffset now) =>
        stored.Credential is Credential.OAuth && found.Credential is Credential.Token && !HasEnded(stored.Credential, now);

    private static bool IsSamePayer(StoredCredential stored, StoredCredential found) =>
        stored.Account is not null && found.Account is not null
            ? stored.Account == found.Account
            : HaveOneToken(stored, found) || HaveOneRefreshToken(stored, found);

    private static bool HaveOneToken(StoredCredential stored, StoredCredential found) =>
        stored.Provider == found.Provider && stored.Credential.Bearer is { } bearer && bearer.Equals(found.Credential.Bearer);

    private static bool HaveOneRefreshToken(StoredCredential stored, StoredCredential found) =>
        stored.Credential is Credential.OAuth { Refresh: { } refresh } && found.Credential is Credential.OAuth login && refresh.Equals(login.Refresh);

    private static ImportDecision Renew(StoredCredential stored, StoredCredential found, bool keepRefresh, DateTimeOffset now)
    {
        // What names the payer stays: an account that is proven later would break the pins on a payer that has not changed.
        var next = Stripped(found, keepRefresh) with
        {
            Email = found.Email ?? stored.Email,
            SignIn = found.Credential is Credential.OAuth ? stored.SignIn ?? found.SignIn : null,
            Account = stored.SignIn is null ? stored.Account ?? found.Account : stored.Account,
            Refresh = HaveOneRefreshToken(stored, found) ? stored.Refresh : found.Refresh,
        };
        var isNews = HaveOneToken(stored, found) ? next != stored : IsLater(found.Credential, stored.Credential, now);
        return isNews ? new(ImportResult.Renewed, next)
            : HasEnded(found.Credential, now) && next.Credential is not Credential.OAuth { Refresh: not null } ? new(ImportResult.Ended)
            : new(ImportResult.Kept);
    }

    private static bool IsLater(Credential found, Credential stored, DateTimeOffset now) =>
        stored.Expires is { } ends ? found.Expires is not { } later || later > ends : HasEnded(stored, now);

    /// <summary>A token that states no end counts as ended, a login as alive, as in the original; a blank one is of no use in either case.</summary>
    private static bool HasEnded(Credential credential, DateTimeOffset now) =>
        credential.Bearer is null || (credential.Expires is { } ends ? ends <= now : credential is Credential.Token);

    private static ImportDecision Take(ImportResult result, StoredCredential found, bool keepRefresh) => new(result, Stripped(found, keepRefresh));

    private static StoredCredential Stripped(StoredCredential found, bool keepRefresh) =>
        found.Credential is Credential.OAuth login && !keepRefresh ? found with { Credential = login with { Refresh = null } } : found;
}
