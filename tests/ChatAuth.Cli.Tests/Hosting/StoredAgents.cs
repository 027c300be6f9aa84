using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Tests.Hosting;

/// <summary>The credential stores of several agents, in memory; agents read main's where they have none.</summary>
internal sealed class StoredAgents : ICredentialStore
{
    private readonly Dictionary<AgentId, CredentialSet> _sets = [];

    /// <summary>Thrown by the next loads.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What the main agent has.</summary>
    public CredentialSet Main => Own(AgentId.Main);

    public void Put(string id, Credential credential, string agent = "main", string? email = null) =>
        Change(agent, set => set with { Credentials = [.. set.Credentials, new StoredCredential(ProfileId.Parse(id), ProfileId.Parse(id).Provider, credential, email)] });

    public void Usage(string id, ProfileHealth health) =>
        Change("main", set => set with { Usage = new Dictionary<ProfileId, ProfileHealth>(set.Usage) { [ProfileId.Parse(id)] = health } });

    public void Order(string provider, string[] ids, string agent = "main") =>
        Change(agent, set => set.With(new CredentialEdit.SetOrder(ProviderId.Parse(provider), [.. ids.Select(ProfileId.Parse)])));

    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken)
    {
        if (Fault is { } fault) throw fault;
        var own = Own(agent);
        if (agent.IsMain) return new(own);
        var main = Own(AgentId.Main);
        var lacking = main.Credentials.Where(entry => own.Credentials.All(mine => mine.Provider != entry.Provider)).ToList();
        var inherited = main.Orders.Where(order => lacking.Any(entry => entry.Provider == order.Key) && !own.Orders.ContainsKey(order.Key)).ToList();
        return new(own with
        {
            Credentials = [.. own.Credentials, .. lacking.Select(entry => entry with { Inherited = true })],
            Orders = own.Orders.Concat(inherited).ToDictionary(),
            InheritedOrders = [.. inherited.Select(order => order.Key)],
        });
    }

    public Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken)
    {
        if (Fault is { } fault) throw fault;
        _sets[agent] = decide(Own(agent)).Aggregate(Own(agent), (set, edit) => set.With(edit));
        return Task.FromResult(_sets[agent]);
    }

    private CredentialSet Own(AgentId agent) =>
        _sets.GetValueOrDefault(agent) ?? CredentialSet.Empty($"/state/agents/{agent}/agent/auth-profiles.json");

    private void Change(string agent, Func<CredentialSet, CredentialSet> change)
    {
        Assert.That(AgentId.TryParse(agent, out var id));
        _sets[id] = change(Own(id));
    }
}
