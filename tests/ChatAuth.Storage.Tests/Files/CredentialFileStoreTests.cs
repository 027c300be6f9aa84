using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;
using ChatAuth.Testing;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Files;

[TestFixture]
public sealed partial class CredentialFileStoreTests : CredentialStoreContract
{
    private const string Canary = "Zq7Vx2Kp9Wm4";
    private TemporaryState _state = null!;

    [SetUp]
    public void MakeState() => _state = new TemporaryState();

    [TearDown]
    public void RemoveState() => _state.Dispose();

    protected override ICredentialStore Open() => _state.Open();

    protected override void Seed(AgentId agent, params StoredCredential[] credentials)
    {
        var profiles = new JsonObject(credentials.Select(entry => KeyValuePair.Create(entry.Id.ToString(), (JsonNode?)Entry(entry))));
        var json = new JsonObject { ["version"] = 1, ["profiles"] = profiles }.ToJsonString();
        _state.Write(_state.State.CredentialsOf(agent), Encoding.UTF8.GetBytes(json));
    }

    [Test]
    public async Task Load_writes_nothing()
    {
        await LoadAsync(Helper);

        Assert.That(Directory.EnumerateFileSystemEntries(_state.Root), Is.Empty);
    }

    [Test]
    public async Task Load_reads_a_file_that_has_not_changed_only_once()
    {
        Seed(AgentId.Main, Key(Work));
        var store = _state.Open(time: new LaterClock());

        var first = await store.LoadAsync(AgentId.Main, CancellationToken.None);
        var second = await store.LoadAsync(AgentId.Main, CancellationToken.None);

        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public async Task Load_sees_a_file_that_another_program_wrote_in_place_at_once()
    {
        var store = _state.Open();
        foreach (var id in new[] { Work, Home })
        {
            Seed(AgentId.Main, Key(id));
            Assert.That((await store.LoadAsync(AgentId.Main, CancellationToken.None)).Credentials, Is.EqualTo(new[] { Key(id) }));
        }
    }

    [Test]
    public async Task Load_notices_that_a_file_was_opened_to_others()
    {
        Needs.Unix();
        Seed(AgentId.Main, Key(Work));
        var store = _state.Open(time: new LaterClock());
        await store.LoadAsync(AgentId.Main, CancellationToken.None);

        TemporaryState.SetMode(_state.Store, TemporaryState.OwnerOnly | UnixFileMode.OtherRead);

        Assert.That(async () => await store.LoadAsync(AgentId.Main, CancellationToken.None), Fails.With(ErrorCode.StoreTooOpen));
    }

    [Test]
    public void Load_by_another_agent_fails_while_mains_store_is_damaged()
    {
        Seed(Helper, Key(Home));
        _state.Write("{");

        Assert.That(async () => await LoadAsync(Helper), Fails.With(ErrorCode.StoreDamaged));
    }

    [Test]
    public void Load_from_a_state_directory_that_others_can_write_is_refused()
    {
        Needs.Unix();
        TemporaryState.SetMode(_state.Root, (UnixFileMode)0b111_111_111);

        Assert.That(async () => await LoadAsync(), Fails.With(ErrorCode.StateUnsafe));
    }

    [TestCase("{\"key\":\"" + Canary)]
    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"version\":1,\"profiles\":{\"a:b\":{},\"a:b\":{}}}")]
    public void Damage_is_reported_by_load_and_save_and_leaves_the_bytes(string json)
    {
        _state.Write(json);

        Assert.That(async () => await LoadAsync(), Fails.With(ErrorCode.StoreDamaged));
        Assert.That(async () => await SaveAsync(AgentId.Main, Anthropic, Work), Fails.With(ErrorCode.StoreDamaged));
        Assert.That(File.ReadAllText(_state.Store), Is.EqualTo(json));
    }

    [Test]
    public async Task A_newer_version_is_read_and_never_written()
    {
        const string Newer = """{"version":2,"profiles":{"anthropic:work":{"type":"api_key","provider":"anthropic","key":"sk-ant-api03-FAKE-work"}}}""";
        _state.Write(Newer);

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Work) }));
        Assert.That(async () => await SaveAsync(AgentId.Main, Anthropic, Work), Fails.With(ErrorCode.StoreNewer));
        Assert.That(File.ReadAllText(_state.Store), Is.EqualTo(Newer));
    }

    [Test]
    public async Task SaveOrder_creates_a_private_file_of_version_1()
    {
        Needs.Unix();

        await SaveAsync(AgentId.Main, Anthropic, Work);

        Assert.That(JsonNode.Parse(File.ReadAllText(_state.Store))!["version"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(TemporaryState.ModeOf(_state.Store), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public async Task SaveOrder_of_nothing_creates_no_file()
    {
        await SaveAsync(AgentId.Main, Anthropic, null);

        Assert.That(Directory.EnumerateFileSystemEntries(_state.Root), Is.Empty);
    }

    [Test]
    public async Task Edit_without_a_decision_creates_no_file_and_no_directory()
    {
        var set = await EditAsync();

        Assert.That(set.Credentials, Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_state.Root), Is.Empty);
    }

    [Test]
    public void Edit_whose_decision_throws_creates_nothing()
    {
        Assert.That(async () => await Open().EditAsync(AgentId.Main, _ => throw new NotSupportedException(), CancellationToken.None), Throws.TypeOf<NotSupportedException>());

        Assert.That(Directory.EnumerateFileSystemEntries(_state.Root), Is.Empty);
    }

    [Test]
    public async Task Edit_of_a_new_store_is_decided_once()
    {
        var decided = 0;

        await Open().EditAsync(AgentId.Main, _ => [new CredentialEdit.Put(Key(new ProfileId(Anthropic, $"n{++decided}")))], CancellationToken.None);

        Assert.That(decided, Is.EqualTo(1));
    }

    [Test]
    public async Task Edit_is_decided_anew_when_the_store_came_into_being_meanwhile()
    {
        await Open().EditAsync(AgentId.Main, Decide, CancellationToken.None);

        Assert.That((await LoadAsync()).Credentials, Is.EqualTo(new[] { Key(Work), Key(Home) }));

        CredentialEdit[] Decide(CredentialSet own)
        {
            if (own.Credentials.Count == 0) Seed(AgentId.Main, Key(Work));
            return own.Credentials.Count == 0 ? [new CredentialEdit.Put(Key(Spare))] : [new CredentialEdit.Put(Key(Home))];
        }
    }

    [TestCase("""{"version":1, "profiles":{"anthropic:work":{"provider":"anthropic","type":"api_key","key":"sk-ant-api03-FAKE-work"}}}""")]
    [TestCase("""{"version":9, "profiles":{}}""")]
    public async Task Edit_of_nothing_leaves_the_bytes(string json)
    {
        _state.Write(json);

        await EditAsync();

        Assert.That(File.ReadAllText(_state.Store), Is.EqualTo(json));
    }

    [Test]
    public async Task Put_of_what_is_stored_leaves_the_bytes()
    {
        const string Compact = """{"version":1, "profiles":{"anthropic:work":{"provider":"anthropic","type":"api_key","key":"sk-ant-api03-FAKE-work"}}}""";
        _state.Write(Compact);

        await EditAsync(new CredentialEdit.Put(Key(Work)), new CredentialEdit.Remove(Home), new CredentialEdit.SetOrder(Anthropic, null));

        Assert.That(File.ReadAllText(_state.Store), Is.EqualTo(Compact));
    }

    /// <summary>Made by hand as the original writes it, with what only a later version of it knows.</summary>
    [Test]
    public async Task Store_of_the_original_stays_one_after_every_kind_of_edit()
    {
        const string Folder = "tests/ChatAuth.Storage.Tests/Files/Original";
        _state.Write(Repository.Read($"{Folder}/auth-profiles.json"));
        var mine = (await LoadAsync()).Credentials[1];
        var login = (Credential.OAuth)mine.Credential;

        await EditAsync(
            new CredentialEdit.Put(mine with { Credential = login with { Access = Fake("sk-ant-oat01-FAKE-next") }, Account = "fake-account" }),
            new CredentialEdit.Put(new(Spare, OpenAI, new Credential.Token(Fake("FAKE-token"), null))),
            new CredentialEdit.Remove(ProfileId.Parse("github-copilot:github")),
            new CredentialEdit.SetOrder(Anthropic, [ProfileId.Parse("anthropic:default")]));

        GoldenFile.Matches($"{Folder}/auth-profiles.edited.json", File.ReadAllText(_state.Store));
    }

    [Test]
    public async Task SaveOrder_that_changes_nothing_writes_nothing()
    {
        await SaveAsync(AgentId.Main, Anthropic, Work);
        var before = FileStatus.Find(_state.Store)!.Value.Stamp;

        await SaveAsync(AgentId.Main, Anthropic, Work);

        Assert.That(FileStatus.Find(_state.Store)!.Value.Stamp, Is.EqualTo(before));
    }

    [Test]
    public async Task SaveOrder_through_a_link_changes_the_real_file_and_locks_beside_it()
    {
        Needs.Unix();
        var real = Path.Combine(_state.Root, "dotfiles", "real.json");
        _state.Write(real, "{}"u8.ToArray());
        _state.State.Create(Path.GetDirectoryName(_state.Store)!);
        File.CreateSymbolicLink(_state.Store, real);

        await SaveAsync(AgentId.Main, Anthropic, Work);

        Assert.That(new FileInfo(_state.Store).LinkTarget, Is.EqualTo(real));
        Assert.That(File.ReadAllText(real), Does.Contain("anthropic:work"));
        Assert.That(File.Exists(FileLock.PathFor(real)));
    }

    [Test]
    public async Task SaveOrder_on_a_full_disk_leaves_the_old_bytes_and_load_as_it_was()
    {
        Needs.Root();
        using var disk = new SmallDisk(_state.Root);
        Seed(AgentId.Main, Key(Work));
        await SaveAsync(AgentId.Main, Anthropic, Work);
        var before = File.ReadAllBytes(_state.Store);
        var filler = Path.Combine(_state.Root, "filler");
        Assert.That(() => File.WriteAllBytes(filler, new byte[SmallDisk.Size]), Throws.InstanceOf<IOException>());

        Assert.That(async () => await SaveAsync(AgentId.Main, OpenAI, Spare), Fails.With(ErrorCode.StoreUnwritable));

        Assert.That(File.ReadAllBytes(_state.Store), Is.EqualTo(before));
        Assert.That((await LoadAsync()).Orders.Keys, Is.EqualTo(new[] { Anthropic }));
    }

    [TestCase("{\"profiles\":{\"anthropic:work\":{\"type\":\"api_key\",\"provider\":\"anthropic\",\"key\":\"" + Canary + "\"}}", 0)]
    [TestCase("{\"version\":9,\"profiles\":{\"anthropic:work\":{\"type\":\"api_key\",\"provider\":\"anthropic\",\"key\":\"" + Canary + "\"}}}", 0)]
    [TestCase("{\"profiles\":{\"anthropic:work\":{\"type\":\"api_key\",\"provider\":\"anthropic\",\"key\":\"" + Canary + "\"}}}", UnixFileMode.OtherRead)]
    [TestCase("\"" + Canary + "\"", 0)]
    public async Task No_failure_quotes_the_file(string json, UnixFileMode extra)
    {
        _state.Write(json);
        TemporaryState.SetMode(_state.Store, TemporaryState.OwnerOnly | extra);

        var shown = (await Assert.ThrowsAsync<ChatAuthException>(() => SaveAsync(AgentId.Main, Anthropic, Work)))!.ToString();

        Assert.That(Enumerable.Range(0, Canary.Length - 5).Where(start => shown.Contains(Canary.Substring(start, 6), StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task SaveOrder_removes_what_a_killed_writer_left_and_nothing_else()
    {
        Seed(AgentId.Main, Key(Work));
        var directory = Path.GetDirectoryName(_state.Store)!;
        File.WriteAllText(Path.Combine(directory, ".auth-profiles.json.0123456789abcdef.chatauth-new"), "{");
        File.WriteAllText(Path.Combine(directory, ".auth-profiles.json.0123456789abcdef.tmp"), "theirs");
        File.WriteAllText(Path.Combine(directory, ".auth-profiles.json.chatauth-lock.0123456789abcdef.chatauth-new"), "somebody's lock to be");

        await SaveAsync(AgentId.Main, Anthropic, Work);

        Assert.That(Directory.EnumerateFiles(directory).Select(Path.GetFileName), Is.EquivalentTo(new[]
        {
            "auth-profiles.json", "auth-profiles.json.chatauth-lock", ".auth-profiles.json.0123456789abcdef.tmp",
            ".auth-profiles.json.chatauth-lock.0123456789abcdef.chatauth-new",
        }));
    }

    private static JsonObject Entry(StoredCredential stored)
    {
        var entry = new JsonObject { ["type"] = stored.Credential.Kind, ["provider"] = stored.Provider.Name };
        if (stored.Email is { } email) entry["email"] = email;
        if (stored.Credential.Expires is { } expires) entry["expires"] = expires.ToUnixTimeMilliseconds();
        if (stored.SignIn is { } signIn) entry["chatauth"] = new JsonObject { ["signIn"] = signIn };
        foreach (var (name, secret) in SecretsOf(stored.Credential)) entry[name] = secret?.Reveal();
        return entry;
    }

    private static (string Name, Secret? Secret)[] SecretsOf(Credential credential) => credential switch
    {
        Credential.ApiKey key => [("key", key.Key)],
        Credential.Token token => [("token", token.Value)],
        Credential.OAuth login => [("access", login.Access), ("refresh", login.Refresh)],
        _ => [],
    };
}
