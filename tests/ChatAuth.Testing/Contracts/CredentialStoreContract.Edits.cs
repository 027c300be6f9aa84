using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Contracts;

public abstract partial class CredentialStoreContract
{
    private static readonly DateTimeOffset Ends = DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_123);

    private static IEnumerable<StoredCredential> Entries =>
    [
        new(Work, Anthropic, new Credential.ApiKey(Fake("sk-ant-api03-FAKE-\"\\<+>"))),
        new(Work, Anthropic, new Credential.ApiKey(null)),
        new(Work, Anthropic, new Credential.Token(Fake("FAKE-token"), null)),
        new(Work, Anthropic, new Credential.Token(Fake("FAKE-token"), Ends)) { Origin = "https://proxy.example" },
        new(Work, OpenAI, new Credential.OAuth(Fake("FAKE-access"), null, null)),
        new(Work, Anthropic, new Credential.OAuth(Fake("FAKE-access"), Fake("FAKE-refresh"), Ends), "mé@example.com", "0123abcd", "claude-cli")
        {
            Account = "org-1/account-2", Origin = "https://proxy.example:8443", IsImport = true, Refresh = RefreshState.OutcomeUnknown,
        },
        new(Work, Anthropic, new Credential.Unknown("quantum"), "me@example.com"),
    ];

    [TestCaseSource(nameof(Entries))]
    public async Task Put_of_a_new_entry_is_loaded_as_it_was_put(StoredCredential entry)
    {
        await EditAsync(new CredentialEdit.Put(entry));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { entry }));
    }

    [Test]
    public async Task Put_in_the_place_of_any_entry_leaves_nothing_of_it(
        [ValueSource(nameof(Entries))] StoredCredential before, [ValueSource(nameof(Entries))] StoredCredential after)
    {
        await EditAsync(new CredentialEdit.Put(before));

        await EditAsync(new CredentialEdit.Put(after));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { after }));
    }

    [Test]
    public async Task Put_keeps_every_state_of_a_refresh([Values] RefreshState state)
    {
        var entry = new StoredCredential(Work, Anthropic, new Credential.OAuth(Fake("FAKE-access"), Fake("FAKE-refresh"), Ends)) { Refresh = state };

        await EditAsync(new CredentialEdit.Put(entry));

        Assert.That((await LoadAsync()).Credentials.Single().Refresh, Is.EqualTo(state));
    }

    [Test]
    public async Task Put_replaces_in_its_place_and_adds_at_the_end()
    {
        Seed(AgentId.Main, Key(Work), Key(Spare));
        var changed = Key(Work) with { Email = "me@example.com" };

        await EditAsync(new CredentialEdit.Put(Key(Home)), new CredentialEdit.Put(changed));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { changed, Key(Spare), Key(Home) }));
    }

    [Test]
    public async Task Put_does_not_store_that_an_entry_was_inherited()
    {
        await EditAsync(new CredentialEdit.Put(Key(Work) with { Inherited = true }));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Work) }));
    }

    [Test]
    public async Task Remove_takes_one_entry()
    {
        Seed(AgentId.Main, Key(Work), Key(Home));

        await EditAsync(new CredentialEdit.Remove(Work));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Home) }));
    }

    [Test]
    public async Task Remove_of_what_is_not_there_changes_nothing()
    {
        Seed(AgentId.Main, Key(Work));

        await EditAsync(new CredentialEdit.Remove(Home));

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Work) }));
    }

    [Test]
    public async Task Edits_are_applied_together_in_their_order()
    {
        Seed(AgentId.Main, Key(Work));

        var set = await EditAsync(
            new CredentialEdit.Put(Key(Home)), new CredentialEdit.Remove(Work), new CredentialEdit.Put(Key(Work)),
            new CredentialEdit.SetOrder(Anthropic, [Work, Home]));

        Assert.That(set.Credentials, Is.EqualTo(new[] { Key(Home), Key(Work) }));
        Assert.That(set.Orders[Anthropic], Is.EqualTo(new[] { Work, Home }));
    }

    [Test]
    public async Task Edit_decides_on_the_agents_own_entries_and_returns_them()
    {
        Seed(AgentId.Main, Key(Work));
        Seed(Helper, Key(Spare));
        IReadOnlyList<StoredCredential>? seen = null;

        var set = await Open().EditAsync(Helper, Decide, CancellationToken.None);

        Assert.That(seen, Is.EqualTo(new[] { Key(Spare) }));
        Assert.That(set.Credentials, Is.EqualTo(new[] { Key(Spare), Key(Home) }));

        IReadOnlyList<CredentialEdit> Decide(CredentialSet own)
        {
            seen = own.Credentials;
            return [new CredentialEdit.Put(Key(Home))];
        }
    }

    [Test]
    public async Task Edit_is_seen_by_the_next_load_of_every_instance()
    {
        var other = Open();
        await other.LoadAsync(AgentId.Main, CancellationToken.None);

        await EditAsync(new CredentialEdit.Put(Key(Work)));

        Assert.That((await other.LoadAsync(AgentId.Main, CancellationToken.None)).Credentials, Is.EqualTo(new[] { Key(Work) }));
    }

    [Test]
    public async Task Edit_whose_decision_throws_changes_nothing_and_holds_no_lock()
    {
        Seed(AgentId.Main, Key(Work));
        var store = Open();

        Assert.That(async () => await store.EditAsync(AgentId.Main, _ => throw new NotSupportedException(), CancellationToken.None), Throws.TypeOf<NotSupportedException>());

        Assert.That((await EditAsync()).Credentials, Is.EqualTo(new[] { Key(Work) }));
    }

    [Test]
    public async Task Put_by_eight_writers_at_once_loses_none()
    {
        const int Writers = 8;
        const int Rounds = 5;
        var entries = Enumerable.Range(0, Writers * Rounds).Select(number => Key(new ProfileId(Anthropic, $"number-{number}"))).ToList();

        await Task.WhenAll(entries.Chunk(Rounds).Select(mine => Task.Run(async () =>
        {
            var store = Open();
            foreach (var entry in mine) await store.EditAsync(AgentId.Main, _ => [new CredentialEdit.Put(entry)], CancellationToken.None);
        })));

        Assert.That((await LoadAsync()).Credentials, Is.EquivalentTo(entries));
    }

    protected Task<CredentialSet> EditAsync(params CredentialEdit[] edits) => Open().EditAsync(AgentId.Main, _ => edits, CancellationToken.None);
}
