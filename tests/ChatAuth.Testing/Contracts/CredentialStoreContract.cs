using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every credential store does. A store's own tests derive from it.</summary>
public abstract partial class CredentialStoreContract
{
    protected static readonly AgentId Helper = AgentId.TryParse("helper", out var agent) ? agent : throw new InvalidOperationException();
    protected static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");
    protected static readonly ProviderId OpenAI = ProviderId.Parse("openai");
    protected static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    protected static readonly ProfileId Home = ProfileId.Parse("anthropic:home");
    protected static readonly ProfileId Spare = ProfileId.Parse("openai:spare");

    /// <summary>A further instance on the same store, as another process would have one.</summary>
    protected abstract ICredentialStore Open();

    /// <summary>Gives an agent these credentials, in this order, and no explicit orders.</summary>
    protected abstract void Seed(AgentId agent, params StoredCredential[] credentials);

    protected static StoredCredential Key(ProfileId id) =>
        new(id, id.Provider, new Credential.ApiKey(Fake($"sk-ant-api03-FAKE-{id.Name}")));

    protected static Secret Fake(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException("No secret.", nameof(text));

    protected ValueTask<CredentialSet> LoadAsync(AgentId agent = default) => Open().LoadAsync(agent, CancellationToken.None);

    protected Task SaveAsync(AgentId agent, ProviderId provider, params ProfileId[]? order) =>
        Open().EditAsync(agent, _ => [new CredentialEdit.SetOrder(provider, order)], CancellationToken.None);

    [Test]
    public async Task Load_without_a_store_is_empty()
    {
        var set = await LoadAsync();

        Assert.That((set.Credentials.Count, set.Orders.Count, set.Usage.Count), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task Load_gives_what_is_stored_in_its_order()
    {
        StoredCredential[] stored =
        [
            Key(Work) with { Email = "me@example.com" },
            new(Spare, OpenAI, new Credential.Token(Fake("FAKE-token"), DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_000))),
            new(Home, Anthropic, new Credential.OAuth(Fake("FAKE-access"), Fake("FAKE-refresh"), null), SignIn: "0123456789abcdef"),
        ];
        Seed(AgentId.Main, stored);

        var set = await LoadAsync();

        Assert.That(set.Credentials, Is.EqualTo(stored));
    }

    [Test]
    public async Task Load_gives_another_agent_mains_credentials_of_providers_it_lacks()
    {
        Seed(AgentId.Main, Key(Work), Key(Spare));
        Seed(Helper, Key(Home));

        var set = await LoadAsync(Helper);

        Assert.That(set.Credentials, Is.EqualTo(new[] { Key(Home), Key(Spare) with { Inherited = true } }));
    }

    [Test]
    public async Task Load_gives_another_agent_mains_orders_of_providers_it_lacks()
    {
        Seed(AgentId.Main, Key(Work), Key(Spare));
        Seed(Helper, Key(Home));
        await SaveAsync(AgentId.Main, Anthropic, Work);
        await SaveAsync(AgentId.Main, OpenAI, Spare);

        var set = await LoadAsync(Helper);

        Assert.That(set.Orders, Has.Count.EqualTo(1));
        Assert.That(set.Orders[OpenAI], Is.EqualTo(new[] { Spare }));
    }

    [Test]
    public async Task Load_prefers_an_agents_own_order_of_inherited_profiles()
    {
        Seed(AgentId.Main, Key(Work), Key(Home));
        await SaveAsync(AgentId.Main, Anthropic, Work);
        await SaveAsync(Helper, Anthropic, Home);

        var set = await LoadAsync(Helper);

        Assert.That(set.Orders[Anthropic], Is.EqualTo(new[] { Home }));
    }

    [Test]
    public void Load_that_is_cancelled_says_so()
    {
        var store = Open();

        Assert.That(async () => await store.LoadAsync(AgentId.Main, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task SaveOrder_is_seen_by_the_next_load_of_every_instance()
    {
        Seed(AgentId.Main, Key(Work), Key(Home));
        var other = Open();
        await other.LoadAsync(AgentId.Main, CancellationToken.None);

        await SaveAsync(AgentId.Main, Anthropic, Home, Work);

        var set = await other.LoadAsync(AgentId.Main, CancellationToken.None);
        Assert.That(set.Orders[Anthropic], Is.EqualTo(new[] { Home, Work }));
    }

    [Test]
    public async Task SaveOrder_changes_no_credential()
    {
        Seed(AgentId.Main, Key(Work), Key(Home));

        await SaveAsync(AgentId.Main, Anthropic, Home);

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Work), Key(Home) }));
    }

    [Test]
    public async Task SaveOrder_replaces_the_order_before()
    {
        await SaveAsync(AgentId.Main, Anthropic, Work, Home);

        await SaveAsync(AgentId.Main, Anthropic, Home);

        Assert.That((await LoadAsync()).Orders[Anthropic], Is.EqualTo(new[] { Home }));
    }

    [Test]
    public async Task SaveOrder_leaves_the_orders_of_other_providers()
    {
        await SaveAsync(AgentId.Main, OpenAI, Spare);

        await SaveAsync(AgentId.Main, Anthropic, Work);

        Assert.That((await LoadAsync()).Orders[OpenAI], Is.EqualTo(new[] { Spare }));
    }

    [Test]
    public async Task SaveOrder_of_nothing_removes_the_order([Values] bool asNull)
    {
        await SaveAsync(AgentId.Main, Anthropic, Work);

        await SaveAsync(AgentId.Main, Anthropic, asNull ? null : []);

        Assert.That((await LoadAsync()).Orders, Is.Empty);
    }

    [Test]
    public async Task SaveOrder_of_nothing_without_an_order_changes_nothing()
    {
        await SaveAsync(AgentId.Main, Anthropic, null);

        Assert.That((await LoadAsync()).Orders, Is.Empty);
    }

    [Test]
    public async Task SaveOrder_of_another_agent_leaves_mains()
    {
        await SaveAsync(AgentId.Main, Anthropic, Work);

        await SaveAsync(Helper, Anthropic, Home);

        Assert.That((await LoadAsync()).Orders[Anthropic], Is.EqualTo(new[] { Work }));
    }

    [Test]
    public async Task SaveOrder_copies_nothing_of_mains_to_another_agent()
    {
        Seed(AgentId.Main, Key(Work));
        await SaveAsync(Helper, OpenAI, Spare);

        Seed(AgentId.Main);

        Assert.That((await LoadAsync(Helper)).Credentials, Is.Empty);
    }

    [Test]
    public async Task SaveOrder_by_eight_writers_at_once_loses_none()
    {
        const int Writers = 8;
        const int Rounds = 5;
        var providers = Enumerable.Range(0, Writers * Rounds).Select(number => ProviderId.Parse($"provider-{number}")).ToList();

        await Task.WhenAll(providers.Chunk(Rounds).Select(mine => Task.Run(async () =>
        {
            var store = Open();
            foreach (var provider in mine) await store.EditAsync(AgentId.Main, _ => [new CredentialEdit.SetOrder(provider, [new ProfileId(provider, "only")])], CancellationToken.None);
        })));

        Assert.That((await LoadAsync()).Orders.Keys, Is.EquivalentTo(providers));
    }
}
