using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>Lets all who want the same refresh in this process wait for one. Who stops waiting stops nothing.</summary>
internal sealed class RefreshFlights
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(AgentId Owner, ProfileId Profile, RefreshFamily Family), Task<RefreshOutcome>> _flights = [];

    /// <summary>The flight that is under way, or a new one; it belongs to none of its callers.</summary>
    public Task<RefreshOutcome> Join(RefreshableLogin login, Func<Task<RefreshOutcome>> fly)
    {
        var key = (login.Owner, login.Entry.Id, login.Family);
        lock (_gate)
        {
            if (_flights.TryGetValue(key, out var flight)) return flight;
            return _flights[key] = Task.Run(async () =>
            {
                try
                {
                    return await fly().ConfigureAwait(false);
                }
                finally
                {
                    lock (_gate) _flights.Remove(key);
                }
            });
        }
    }

    /// <summary>Ends when all that are under way have ended.</summary>
    public Task WhenLandedAsync()
    {
        lock (_gate) return Task.WhenAll([.. _flights.Values]);
    }
}
