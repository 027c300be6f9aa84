using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Credentials;
using Moq;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class CredentialStoreCheckTests
{
    private const string Sound = """{"version":1,"profiles":{"anthropic:work":{"type":"api_key","provider":"anthropic","key":"fake-key"}},"extra":1.50}""";

    private TemporaryState _temporary = null!;

    [SetUp]
    public void SetUp() => _temporary = new TemporaryState();

    [TearDown]
    public void TearDown() => _temporary.Dispose();

    [TestCase(Sound)]
    [TestCase("{ \"profiles\" :\n\t{} }")]
    [TestCase("{}")]
    [TestCase("\uFEFF{\"version\":1}")]
    public async Task Store_is_written_and_has_the_same_bytes_afterwards(string json)
    {
        _temporary.Write(json);

        Assert.That(await Finds.InAsync(Check()), Is.Empty);
        Assert.That(File.ReadAllBytes(_temporary.Store), Is.EqualTo(Encoding.UTF8.GetBytes(json)));
    }

    [Test]
    public async Task Proof_is_a_write_that_is_read_back()
    {
        _temporary.Write(Sound);
        var seen = new List<string>();
        var store = Watched(_temporary.Open(), seen);

        await Check(store).RunAsync(default);

        Assert.That(seen, Is.EqualTo(new[] { "load", "put doctor:proof", "load", "remove doctor:proof" }));
    }

    [Test]
    public async Task Store_that_swallows_writes_is_found()
    {
        _temporary.Write(Sound);
        var store = new Mock<ICredentialStore>();
        store.Setup(known => known.LoadAsync(It.IsAny<AgentId>(), It.IsAny<CancellationToken>())).ReturnsAsync(CredentialSet.Empty(""));

        Assert.That(await Finds.InAsync(Check(store.Object)), Is.EqualTo(new[] { "Error store-write-lost" }));
    }

    [Test]
    public async Task What_another_writer_did_meanwhile_stays()
    {
        _temporary.Write(Sound);
        var store = Watched(_temporary.Open(), [], beforeRemove: () => _temporary.Open().EditAsync(
            AgentId.Main, _ => [new CredentialEdit.Remove(ProfileId.Parse("anthropic:work"))], default));

        Assert.That(await Finds.InAsync(Check(store)), Is.Empty);
        Assert.That(File.ReadAllText(_temporary.Store), Does.Not.Contain("anthropic:work").And.Not.Contain("doctor:proof").And.Contain("extra"));
    }

    [Test]
    public async Task Proof_that_a_killed_doctor_left_is_removed()
    {
        _temporary.Write("""{"version":1,"profiles":{"doctor:proof":{"type":"api_key","provider":"doctor","key":"fake"}}}""");

        Assert.That(await Finds.InAsync(Check()), Is.Empty);
        Assert.That(File.ReadAllText(_temporary.Store), Does.Not.Contain("doctor:proof"));
    }

    [TestCase("""{"version":1,"profiles":{"anthropic:work":{"key":"sk-""", "store-damaged")]
    [TestCase("""{"version":2,"profiles":{}}""", "store-newer")]
    public async Task Store_that_cannot_be_written_is_found_and_stays(string json, string code)
    {
        _temporary.Write(json);

        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { $"Error {code}" }));
        Assert.That(File.ReadAllText(_temporary.Store), Is.EqualTo(json));
    }

    [Test]
    public async Task One_damaged_store_hides_no_other()
    {
        _temporary.Write("torn");
        _temporary.Write(_temporary.State.CredentialsOf(Agent("side")), "torn too"u8.ToArray());

        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error store-damaged", "Error store-damaged" }));
    }

    [Test]
    public async Task Torn_store_quotes_nothing_of_its_secrets()
    {
        _temporary.Write($$"""{"version":1,"profiles":{"anthropic:work":{"key":"{{Canary.ApiKey}}""");

        var found = (CheckResult.Found)await Check().RunAsync(default);

        Assert.That(Canary.FoundIn(string.Join('\n', found.Findings)), Is.Empty);
    }

    [Test]
    public async Task Pipe_in_place_of_the_store_is_found_at_once()
    {
        Needs.Unix();
        _temporary.State.Create(Path.GetDirectoryName(_temporary.Store)!);
        Needs.Run("mkfifo", _temporary.Store);

        Assert.That(await Finds.InAsync(Check()), Is.EqualTo(new[] { "Error store-unreadable" }));
    }

    [Test]
    public async Task Missing_store_is_proven_in_its_place_and_not_made([Values] bool directory)
    {
        if (directory) _temporary.State.Create(Path.GetDirectoryName(_temporary.Store)!);

        Assert.That(await Finds.InAsync(Check()), Is.Empty);
        Assert.That(Directory.EnumerateFiles(_temporary.Root, "*", SearchOption.AllDirectories), Is.Empty);
    }

    private CredentialStoreCheck Check(ICredentialStore? store = null)
    {
        var (used, options) = (store ?? _temporary.Open(), new FileStoreOptions());
        return new(_temporary.State, used, options, new StoreProof(_temporary.State, used, options, TimeProvider.System));
    }

    /// <summary>The store, and what it is asked.</summary>
    private static ICredentialStore Watched(CredentialFileStore real, List<string> seen, Func<Task>? beforeRemove = null)
    {
        var store = new Mock<ICredentialStore>();
        store.Setup(known => known.LoadAsync(It.IsAny<AgentId>(), It.IsAny<CancellationToken>())).Returns((AgentId agent, CancellationToken token) =>
        {
            seen.Add("load");
            return real.LoadAsync(agent, token);
        });
        store.Setup(known => known.EditAsync(It.IsAny<AgentId>(), It.IsAny<Func<CredentialSet, IReadOnlyList<CredentialEdit>>>(), It.IsAny<CancellationToken>()))
            .Returns(async (AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken token) =>
            {
                var edit = decide(CredentialSet.Empty("")).Single();
                seen.Add(edit is CredentialEdit.Put put ? $"put {put.Entry.Id}" : $"remove {((CredentialEdit.Remove)edit).Id}");
                if (edit is CredentialEdit.Remove && beforeRemove is not null) await beforeRemove();
                return await real.EditAsync(agent, decide, token);
            });
        return store.Object;
    }

    private static AgentId Agent(string name) => AgentId.TryParse(name, out var agent) ? agent : throw new ArgumentException(name);
}
