using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Moq;

namespace ChatAuth.Core.Tests.Profiles;

internal sealed class RosterSourceTests
{
    private static readonly FakeTime Time = new();
    private readonly Mock<IEnvironmentKeys> _environment = new();
    private readonly Mock<ICredentialStore> _stored = new();
    private FakeCredentialStore _credentials = new();
    private RosterSource _source = null!;
    private CredentialSet? _set;

    [SetUp]
    public void SetUp()
    {
        _set = null;
        _credentials = new FakeCredentialStore();
        _stored.Setup(store => store.LoadAsync(It.IsAny<AgentId>(), It.IsAny<CancellationToken>())).Returns(() => new(_set!));
        _source = new RosterSource(
            _stored.Object, new MemoryStores(Time).Health, [], TestWorld.Default, new Fingerprints(new byte[32]), _environment.Object);
    }

    [Test]
    public async Task Keys_of_the_environment_are_listed_after_the_stored_ones()
    {
        _credentials.Key("openai:work").Key("anthropic:work");
        Environment("anthropic");

        var roster = await LoadAsync();

        Assert.That(roster.All.Select(entry => entry.Profile.Id.ToString()), Is.EqualTo(new[] { "openai:work", "anthropic:work", "anthropic:env" }));
        Assert.That(roster.Find(ProfileId.Parse("anthropic:env"))!.Source, Is.EqualTo("process ANTHROPIC_API_KEY"));
        Assert.That(roster.Environment.Holds(roster.All[2].Profile), Is.True);
    }

    [Test]
    public async Task Stored_profile_of_the_same_id_wins()
    {
        _credentials.Key("anthropic:env");
        Environment("anthropic");

        var roster = await LoadAsync();

        Assert.That(roster.All.Select(entry => entry.Profile.Source), Is.EqualTo(new[] { "store" }));
        Assert.That(roster.Environment.Holds(roster.All[0].Profile), Is.False);
    }

    [Test]
    public async Task Profiles_are_made_once_while_nothing_changes()
    {
        Environment("anthropic");

        var (first, second) = (await LoadAsync(), await LoadAsync());

        Assert.That(second.All[0].Profile, Is.SameAs(first.All[0].Profile));
    }

    [Test]
    public async Task Changed_environment_makes_them_anew()
    {
        Environment("anthropic");
        await LoadAsync();

        Environment("openai");

        Assert.That((await LoadAsync()).All.Select(entry => entry.Profile.Id.ToString()), Is.EqualTo(new[] { "openai:env" }));
    }

    private void Environment(string provider)
    {
        Assert.That(Secret.TryCreate("fake-key", out var key));
        var id = ProfileId.Parse($"{provider}:env");
        _environment.Setup(keys => keys.Read()).Returns(new EnvironmentReading(
            [new StoredCredential(id, ProviderId.Parse(provider), new Credential.ApiKey(key), Source: $"process {provider.ToUpperInvariant()}_API_KEY")], []));
    }

    private async Task<ProfileRoster> LoadAsync()
    {
        _set ??= await _credentials.LoadAsync(AgentId.Main, CancellationToken.None);
        return await _source.LoadAsync(AgentId.Main, Time.GetUtcNow(), CancellationToken.None);
    }
}
