using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Diagnostics;

/// <summary>How long a credential lasts by itself, whatever its health. The names are those of the original's JSON.</summary>
public enum CredentialStatus
{
    /// <summary>It has no end: a key, or a token without an expiry.</summary>
    Static,

    /// <summary>It ends, and not soon.</summary>
    Ok,

    /// <summary>It ends within the warning window, the window's edge included.</summary>
    Expiring,

    /// <summary>It has ended; exactly now counts as ended.</summary>
    Expired,

    /// <summary>It should state an end and does not, or nothing is stored.</summary>
    Missing,
}

/// <summary>Judges by the stated end, for one credential and for several.</summary>
public static class CredentialStatuses
{
    /// <summary>The status of one credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="now">The present.</param>
    /// <param name="warnWithin">The warning window.</param>
    /// <param name="canRefresh">We can refresh it: then its end is not the login's.</param>
    /// <param name="isRenewed">Its own program renews it: it is well until it has ended.</param>
    public static CredentialStatus Of(Credential credential, DateTimeOffset now, TimeSpan warnWithin, bool canRefresh = false, bool isRenewed = false) => credential.Expires switch
    {
        _ when canRefresh => CredentialStatus.Ok,
        null => credential is Credential.OAuth or Credential.Unknown ? CredentialStatus.Missing : CredentialStatus.Static,
        { } ends when ends <= now => CredentialStatus.Expired,
        { } ends when ends - now <= warnWithin && !isRenewed => CredentialStatus.Expiring,
        _ => CredentialStatus.Ok,
    };

    /// <summary>The worst of several: an end that is not stated counts as ended, and none at all as missing.</summary>
    public static CredentialStatus RollUp(IEnumerable<CredentialStatus> all)
    {
        CredentialStatus? worst = null;
        foreach (var status in all)
        {
            var counted = status is CredentialStatus.Missing ? CredentialStatus.Expired : status;
            if (worst is null || counted > worst) worst = counted;
        }
        return worst ?? CredentialStatus.Missing;
    }
}
