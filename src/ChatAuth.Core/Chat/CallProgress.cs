using System.Collections.Immutable;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>What one call has tried so far: its next decision is made on that. It ends with the call.</summary>
internal sealed class CallProgress(CallRefreshes refreshes, CallTrials trials) : IAsyncDisposable
{
    private FailedSend[] _failed = [];

    /// <summary>The logins that were refreshed for it.</summary>
    public CallRefreshes Refreshes => refreshes;

    /// <summary>The credentials that rested, and are tried by it or by others.</summary>
    public CallTrials Trials => trials;

    /// <summary>The attempts that failed, newest last.</summary>
    public IReadOnlyList<FailedSend> Failed => _failed;

    /// <summary>The attempt that failed last; null while none did.</summary>
    public FailedSend? LastFailed => _failed is [] ? null : _failed[^1];

    /// <summary>The yeses to this one message that its attempts spent: they hold until it is answered, however often it is sent.</summary>
    public ImmutableArray<Consent> Consents { get; private set; } = [];

    /// <summary>The roster as this call knows it: what failed is not tried again by it.</summary>
    public ProfileRoster Known(ProfileRoster roster)
    {
        var known = trials.Known(refreshes.Known(roster));
        return _failed is [] ? known : known.Change(entry => HasFailed(entry.Profile.Id) ? entry with { HasFailed = true } : entry);
    }

    /// <summary>Whether this call has tried a profile in vain.</summary>
    public bool HasFailed(ProfileId profile) => _failed.Any(failed => failed.Profile == profile);

    public void Add(FailedSend failed) => _failed = [.. _failed, failed];

    public void Carry(ImmutableArray<Consent> spent) => Consents = Consents.AddRange(spent);

    public ValueTask DisposeAsync() => trials.DisposeAsync();
}
