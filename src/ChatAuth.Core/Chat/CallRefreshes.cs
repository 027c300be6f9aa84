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
}
