using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Who may be told about a profile now, and through which sink. Owners and rules are read at each question.</summary>
internal sealed class ReachedOwners(IEnumerable<IOwnerSink> sinks, IAccessStore access, AccessPolicy policy, ChatAuthSettings settings)
{
    private readonly IReadOnlyList<IOwnerSink> _sinks = [.. sinks];

    /// <summary>Nobody can be told anything.</summary>
    public bool IsNobody => _sinks.Count == 0;

    /// <summary>Those who own this bot and may use the profile: to others it does not exist.</summary>
    /// <param name="profile">The id.</param>
    /// <param name="stored">What is stored under it; null for nothing.</param>
    /// <param name="failed">Is told of a sink that failed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<(IOwnerSink Sink, Asker Owner)>> ListAsync(
        ProfileId profile, AuthProfile? stored, Action<Exception> failed, CancellationToken cancellationToken)
    {
        var grants = await access.LoadAsync(cancellationToken).ConfigureAwait(false);
        var audience = stored?.Audience ?? settings.Profiles.GetValueOrDefault(profile)?.Audience;
        var reached = new List<(IOwnerSink, Asker)>();
        foreach (var person in grants.Owners.Append(Person.Operator))
        {
            if (await FindAsync(person, failed, cancellationToken).ConfigureAwait(false) is not { } found) continue;
            if (policy.RightsOf(found.Owner, grants).HasFlag(Rights.View) && audience?.Knows(found.Owner) != false) reached.Add(found);
        }
        return reached;
    }

    private async Task<(IOwnerSink Sink, Asker Owner)?> FindAsync(Person person, Action<Exception> failed, CancellationToken cancellationToken)
    {
        foreach (var sink in _sinks)
        {
            try
            {
                if (await sink.ReachAsync(person, cancellationToken).ConfigureAwait(false) is { } owner) return (sink, owner);
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
            {
                // A host's own sink: that one of them fails must not keep others from being told.
                failed(broken);
            }
        }
        return null;
    }
}
