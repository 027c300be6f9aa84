using System.Collections.Concurrent;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Fakes;

/// <summary>Says which models each profile may use, as a test told it, and writes down who was asked.</summary>
public sealed class ScriptedLister : IModelLister
{
    private readonly ConcurrentDictionary<ProfileId, string[]> _models = new();

    /// <summary>With whose credential was asked.</summary>
    public ConcurrentQueue<AuthProfile> Asked { get; } = new();

    /// <summary>What happens before an answer; null for nothing.</summary>
    public Func<AuthProfile, CancellationToken, Task>? Before { get; set; }

    /// <summary>Vendors that have no list.</summary>
    public HashSet<ProviderId> Without { get; } = [];

    /// <summary>What a profile is offered from now on, with <c>|</c> before a name for people.</summary>
    public ScriptedLister Offer(string profile, params IEnumerable<string> models)
    {
        _models[ProfileId.Parse(profile)] = [.. models];
        return this;
    }

    public bool Serves(ProviderId provider) => !Without.Contains(provider);

    public async Task<OfferedModels> ListAsync(AuthProfile profile, ProviderEndpoint? endpoint, CancellationToken cancellationToken)
    {
        Asked.Enqueue(profile);
        if (Before is { } before) await before(profile, cancellationToken);
        var models = new OfferedModels();
        foreach (var parts in _models.GetValueOrDefault(profile.Id, []).Select(model => model.Split('|'))) models.Add(parts[0], parts.ElementAtOrDefault(1));
        return models;
    }
}
