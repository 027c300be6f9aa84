using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Fakes;

/// <summary>A credential store in memory that tests change at will.</summary>
public sealed class FakeCredentialStore : ICredentialStore
{
    private readonly List<StoredCredential> _stored = [];
    private readonly Dictionary<ProviderId, IReadOnlyList<ProfileId>> _orders = [];
    private readonly Dictionary<ProfileId, ProfileHealth> _usage = [];

    /// <summary>Thrown by the next loads; null heals it.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Thrown by each edit alone; null heals it.</summary>
    public Exception? FailEdits { get; set; }

    public FakeCredentialStore Key(string id, string? text = null) =>
        Put(id, new Credential.ApiKey(Fake(text ?? $"fake-key-of-{id}")));

    public FakeCredentialStore Token(string id, DateTimeOffset? ends = null, string? text = null) =>
        Put(id, new Credential.Token(Fake(text ?? $"fake-token-of-{id}"), ends));

    public FakeCredentialStore Login(string id, DateTimeOffset? ends = null, string? text = null, string? signIn = null) =>
        Put(id, new Credential.OAuth(Fake($"{text ?? $"fake-login-of-{id}"}-access"), Fake($"{text ?? $"fake-login-of-{id}"}-refresh"), ends), signIn);

    public FakeCredentialStore Put(string id, Credential credential, string? signIn = null)
    {
        var profile = ProfileId.Parse(id);
        Remove(id);
        _stored.Add(new StoredCredential(profile, profile.Provider, credential, SignIn: signIn));
        return this;
    }

    public FakeCredentialStore Usage(string id, ProfileHealth health)
    {
        _usage[ProfileId.Parse(id)] = health;
        return this;
    }

    public FakeCredentialStore Order(string provider, params string[] ids)
    {
        _orders[ProviderId.Parse(provider)] = [.. ids.Select(ProfileId.Parse)];
        return this;
    }

    public void Remove(string id) => _stored.RemoveAll(entry => entry.Id == ProfileId.Parse(id));

    /// <summary>Stores an entry as it is.</summary>
    public FakeCredentialStore Put(StoredCredential entry)
    {
        Apply(Set.With(new CredentialEdit.Put(entry)));
        return this;
    }

    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken) => Fault is { } fault ? throw fault : new(Set);

    public Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken)
    {
        if ((Fault ?? FailEdits) is { } fault) throw fault;
        Apply(decide(Set).Aggregate(Set, (set, edit) => set.With(edit)));
        return Task.FromResult(Set);
    }

    private CredentialSet Set => new(
        [.. _stored], new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(_orders), new Dictionary<ProfileId, ProfileHealth>(_usage), "memory");

    private void Apply(CredentialSet set)
    {
        _stored.Clear();
        _stored.AddRange(set.Credentials);
        _orders.Clear();
        foreach (var (provider, order) in set.Orders) _orders[provider] = order;
    }

    private static Secret? Fake(string text) => Secret.TryCreate(text, out var secret) ? secret : null;
}
