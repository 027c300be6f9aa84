namespace ChatAuth.Core.Errors;

public sealed partial record ErrorCode
{
    /// <summary>A refresh broke off and nobody knows what the issuer did; the account serves while its access token lives, and nobody else is charged in its place.</summary>
    public static ErrorCode RefreshOutcomeUnknown { get; } = new(
        "refresh-outcome-unknown",
        "A refresh of this account broke off, and nobody knows what its issuer did with it.",
        "chatauth models auth login",
        ExitCodes.Unavailable);

    /// <summary>The issuer no longer accepts this login.</summary>
    public static ErrorCode SignInNeeded { get; } = new(
        "sign-in-needed",
        "The issuer no longer accepts this login: somebody has to sign in again.",
        "chatauth models auth login",
        ExitCodes.Unavailable);

    /// <summary>The login comes from an old copy.</summary>
    public static ErrorCode StoreRestored { get; } = new(
        "store-restored",
        "This login comes from an older copy of the credential store: its refresh token was spent since, so it is not sent again.",
        "chatauth models auth login",
        ExitCodes.Unavailable);

    /// <summary>The issuer refuses the configured client, whatever it is shown.</summary>
    public static ErrorCode IssuerRefusesClient { get; } = new(
        "issuer-refuses-client",
        "The issuer of this login refuses the client that is configured for it.",
        "Correct ClientId and TokenUrl in Auth:OAuth, or sign in anew.",
        ExitCodes.Unavailable,
        retryable: true);

    /// <summary>The issuer cannot be reached.</summary>
    public static ErrorCode RefreshUnavailable { get; } = new(
        "refresh-unavailable",
        "The login could not be refreshed now: its issuer does not answer or has no time.",
        "chatauth models status",
        ExitCodes.Unavailable,
        retryable: true);

    /// <summary>The issuer answered in a way that this version does not understand; its answer is kept.</summary>
    public static ErrorCode RefreshUnreadable { get; } = new(
        "refresh-unreadable",
        "The issuer's answer to a refresh cannot be read. It is kept, and no other attempt is made.",
        "chatauth models auth login",
        ExitCodes.Unavailable);

    /// <summary>The program that a login is borrowed from is using or has changed it.</summary>
    public static ErrorCode RefreshSourceChanged { get; } = new(
        "refresh-source-changed",
        "The program that this login is borrowed from is refreshing it, or holds another login by now.",
        "chatauth models status",
        ExitCodes.Unavailable,
        retryable: true);
}
