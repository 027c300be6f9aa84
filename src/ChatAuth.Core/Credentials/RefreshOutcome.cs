using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Credentials;

/// <summary>What came of the wish to refresh a login.</summary>
public abstract record RefreshOutcome
{
    private protected RefreshOutcome() { }

    /// <summary>It was refreshed, and is saved.</summary>
    /// <param name="Login">The entry as it is stored now.</param>
    public sealed record Refreshed(StoredCredential Login) : RefreshOutcome;

    /// <summary>Somebody else had refreshed it or signed in; nothing was sent.</summary>
    /// <param name="Login">The entry as it is stored now.</param>
    public sealed record Adopted(StoredCredential Login) : RefreshOutcome;

    /// <summary>Nothing is stored there that we refresh, or its access token lives long enough.</summary>
    public sealed record NotNeeded : RefreshOutcome;

    /// <summary>This login will not come back by itself; its entry says so.</summary>
    /// <param name="Code">Why: <c>sign-in-needed</c> or <c>store-restored</c>.</param>
    public sealed record Refused(ErrorCode Code) : RefreshOutcome;

    /// <summary>What the issuer did with the refresh token is unknown and will stay so; its entry says so.</summary>
    public sealed record OutcomeUnknown : RefreshOutcome;

    /// <summary>Not now. The refresh token is as it was, or an answer to it is kept.</summary>
    /// <param name="Code">Why.</param>
    /// <param name="Until">When another try can help; null when that is not known.</param>
    public sealed record Unavailable(ErrorCode Code, DateTimeOffset? Until) : RefreshOutcome;

    /// <summary>Why the login cannot be relied upon; null when it can.</summary>
    public ErrorCode? Problem => this switch
    {
        Refused refused => refused.Code,
        OutcomeUnknown => ErrorCode.RefreshOutcomeUnknown,
        Unavailable unavailable => unavailable.Code,
        _ => null,
    };
}
