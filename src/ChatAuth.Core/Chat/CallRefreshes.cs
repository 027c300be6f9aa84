using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>The logins that one call refreshed, each once; the ones that it could not are, for this call, no longer refreshable.</summary>
internal sealed class CallRefreshes(OAuthRefresher refresher, TimeProvider time)
{
    private ProfileId[] _tried = [];
    private ProfileId[] _failed = [];

    /// <summary>The roster in which the logins that could not be refreshed are what they are without.</summary>
    public ProfileRoster Known(ProfileRoster roster) => _failed.Length == 0 ? roster : roster.Change(entry =>
        _failed.Contains(entry.Profile.Id) ? entry with { Profile = entry.Profile with { CanRefresh = false } } : entry);

    /// <summary>Whether a profile is prepared before it is used.</summary>
    public bool IsDue(AuthProfile profile, DateTimeOffset now) =>
        profile.CanRefresh && profile.Credential.Expires - now <= (_tried.Contains(profile.Id) ? TimeSpan.Zero : OAuthRefresher.OnUse);

    /// <summary>Refreshes a login that is due. One that could not be, but still lives, goes on without: afterwards the profile is read anew and used.</summary>
    /// <returns>Why it cannot be used; null where it can.</returns>
    public async Task<ErrorCode?> PrepareAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        var problem = await TryAsync(agent, profile.Id, cancellationToken).ConfigureAwait(false);
        if (problem is not null) _failed = [.. _failed, profile.Id];
        return profile.Credential.Expires > time.GetUtcNow() ? null : problem;
    }

    /// <summary>
    /// Whether a login that a vendor did not know has another access token now: vendors end tokens before their time. Once a call, and not for one that
    /// was refreshed for it.
    /// </summary>
    public async Task<bool> CureAsync(AgentId agent, AuthProfile profile, VendorException failure, CancellationToken cancellationToken) =>
        failure is { IsUnauthorized: true, MayHaveBeenCharged: false }
        && profile is { CanRefresh: true, Credential: Credential.OAuth { Access: { } refused } }
        && IsFirst(profile.Id)
        && await refresher.ReplaceAsync(agent, profile.Id, refused, cancellationToken).ConfigureAwait(false);

    /// <summary>One that was tried and has ended all the same is an import that is not in the store yet, for one.</summary>
    private async Task<ErrorCode?> TryAsync(AgentId agent, ProfileId id, CancellationToken cancellationToken) => IsFirst(id)
        ? (await refresher.RefreshAsync(agent, id, cancellationToken).ConfigureAwait(false)).Problem
        : ErrorCode.RefreshUnavailable;

    private bool IsFirst(ProfileId id)
    {
        if (_tried.Contains(id)) return false;
        _tried = [.. _tried, id];
        return true;
    }
}
