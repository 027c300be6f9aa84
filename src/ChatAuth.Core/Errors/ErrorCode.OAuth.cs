namespace ChatAuth.Core.Errors;

/// <summary>What can go wrong when a person signs in.</summary>
public sealed partial record ErrorCode
{
    /// <summary>Signing in at that provider is not configured.</summary>
    public static ErrorCode SignInUnconfigured { get; } = new(
        "sign-in-unconfigured",
        "Signing in at that provider is not configured.",
        "Set ClientId, AuthorizeUrl and TokenUrl in Auth:OAuth, with a client of your own.", ExitCodes.Usage);

    /// <summary>The sign-in did not succeed. Nothing was stored.</summary>
    public static ErrorCode SignInFailed { get; } = new(
        "sign-in-failed",
        "The sign-in did not succeed. Nothing was stored.",
        "chatauth models auth login");

    /// <summary>The sign-in was denied. Nothing was stored.</summary>
    public static ErrorCode SignInDenied { get; } = new(
        "sign-in-denied",
        "The sign-in was denied. Nothing was stored.",
        "chatauth models auth login");

    /// <summary>The sign-in was not finished in time. Nothing was stored.</summary>
    public static ErrorCode SignInCancelled { get; } = new(
        "sign-in-cancelled",
        "The sign-in was not finished in time. Nothing was stored.",
        "chatauth models auth login");

    /// <summary>That answer belongs to another sign-in. Nothing was stored.</summary>
    public static ErrorCode SignInForeign { get; } = new(
        "sign-in-foreign",
        "That answer belongs to another sign-in. Nothing was stored.",
        "chatauth models auth login");

    /// <summary>The port for the answer to a sign-in is taken.</summary>
    public static ErrorCode SignInPortTaken { get; } = new(
        "sign-in-port-taken",
        "The port for the answer to a sign-in is taken.",
        "Stop what listens there, or set RedirectPort in Auth:OAuth.", ExitCodes.Unavailable);

    /// <summary>The issuer of the login does not answer as it should now.</summary>
    public static ErrorCode IssuerUnavailable { get; } = new(
        "issuer-unavailable",
        "The issuer of the login does not answer as it should now.",
        "Try again later.", ExitCodes.Unavailable, retryable: true);
}
