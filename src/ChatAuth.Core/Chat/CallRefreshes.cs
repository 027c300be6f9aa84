using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>The logins that one call refreshed before it sent, each once; the ones that it could not are, for this call, no longer refreshable.</summary>
internal sealed class CallRefreshes(OAuthRefresher refresher)
{
    private readonly HashSet<ProfileId> _tried = [];
    private readonly HashSet<ProfileId> _failed = [];

    public IReadOnlySet<ProfileId> Failed => _failed;

    /// <summary>Whether a profile is refreshed before it is used.</summary>
    public bool IsDue(AuthProfile profile, DateTimeOffset now) =>
        profile.CanRefresh && profile.Credential.Expires - now <= (_tried.Contains(profile.Id) ? TimeSpan.Zero : OAuthRefresher.OnUse);

    /// <summary>Refreshes it; what went wrong, or null.</summary>
    public async Task<ErrorCode?> TryAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        if (!_tried.Add(profile.Id))
        {
            // It was tried, and has ended all the same: an import that is not in the store yet, for one.
            _failed.Add(profile.Id);
            return ErrorCode.RefreshUnavailable;
        }
        var outcome = await refresher.RefreshAsync(agent, profile.Id, cancellationToken).ConfigureAwait(false);
        if (outcome.Problem is not { } problem) return null;
        _failed.Add(profile.Id);
        return problem;
    }

    /// <summary>
    /// Whether a login that a vendor did not know has another access token now: vendors end tokens before their time. Once a call, and not for one that
    /// was refreshed for it.
    /// </summary>
    public async Task<bool> CureAsync(AgentId agent, AuthProfile profile, VendorException failure, CancellationToken cancellationToken) =>
        failure is { IsUnauthorized: true, MayHaveBeenCharged: false }
        && profile is { CanRefresh: true, Credential: Credential.OAuth { Access: { } refused } }
        && _tried.Add(profile.Id)
        && await refresher.ReplaceAsync(agent, profile.Id, refused, cancellationToken).ConfigureAwait(false);
}
