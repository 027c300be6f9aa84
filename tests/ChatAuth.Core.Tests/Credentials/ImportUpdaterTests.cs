using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Credentials;

internal sealed class ImportUpdaterTests
{
    private FakeTime _time = null!;
    private FakeCredentialStore _store = null!;
    private FakeCredentialSource _source = null!;
    private FakeAccountIdentity _vendor = null!;
    private ImportUpdater _updater = null!;

    [SetUp]
    public void SetUp()
    {
        (_time, _store, _source, _vendor) = (new FakeTime(), new FakeCredentialStore(), new FakeCredentialSource(), new FakeAccountIdentity());
        _updater = Process();
    }

    [TearDown]
    public void TearDown() => _updater.Dispose();

    [Test]
    public async Task Login_of_another_program_appears_as_a_profile()
    {
        _vendor.Says("first", "a");
        _source.SignIn("first", InHours(8));

        var result = await LookAsync();

        Assert.That(result, Is.EqualTo(ImportResult.Added));
        Assert.That(await StoredAsync(), Is.EqualTo(new StoredCredential(
            _source.Profile, _source.Profile.Provider, FakeCredentialSource.Login("first", InHours(8)) with { Refresh = null },
            SignIn: "0000000000000001", Source: "claude-cli") { IsImport = true, Account = "a" }));
    }

    [Test]
    public async Task Nothing_there_touches_no_store()
    {
        _store.Fault = new InvalidOperationException();

        Assert.That(await LookAsync(), Is.EqualTo(ImportResult.Nothing));
    }

    [Test]
    public async Task Unchanged_mark_is_not_read_again()
    {
        _source.SignIn("first", InHours(8));
        await LookAsync();

        await LookAsync();

        Assert.That(_source.Reads, Is.EqualTo(1));
    }

    [Test]
    public async Task Vendor_is_asked_once_a_token()
    {
        _vendor.Says("first", "a").Says("second", "a");
        _source.SignIn("first", InHours(8));
        await LookAsync();
        _source.SignIn("first", InHours(8));
        await LookAsync();
        _source.SignIn("second", InHours(16));
        await LookAsync();

        await Process().UpdateAsync(addNew: true, default);

        Assert.That(_vendor.Asked, Is.EqualTo(new[] { "FAKE-first", "FAKE-second" }));
    }

    [Test]
    public async Task Vendor_that_could_not_be_asked_is_asked_again_after_five_minutes()
    {
        _vendor.Says("first", "a");
        _source.SignIn("first", InHours(1));
        await LookAsync();
        _source.SignIn("second", InHours(8));
        Assert.That(await LookAsync(), Is.EqualTo(ImportResult.Unproven));
        _vendor.Says("second", "a");

        _time.Advance(TimeSpan.FromMinutes(4));
        var soon = await LookAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        var later = await LookAsync();

        Assert.That((soon, later), Is.EqualTo((ImportResult.Unproven, ImportResult.Renewed)));
        Assert.That(_vendor.Asked, Is.EqualTo(new[] { "FAKE-first", "FAKE-second", "FAKE-second" }));
    }

    [Test]
    public async Task Unproven_login_says_why_and_is_another_payer_when_the_stored_one_ends()
    {
        _vendor.Says("first", "a");
        _source.SignIn("first", InHours(1));
        await LookAsync();
        _source.SignIn("second", InHours(8));

        var first = (await _updater.UpdateAsync(addNew: true, default))[0];
        _time.Advance(TimeSpan.FromHours(1));
        var second = (await _updater.UpdateAsync(addNew: true, default))[0];

        Assert.That((first.Result, first.Why), Is.EqualTo((ImportResult.Unproven, "The fake does not know it.")));
        Assert.That(second.Result, Is.EqualTo(ImportResult.AccountChanged));
    }

    [Test]
    public async Task Removed_import_stays_removed()
    {
        _source.SignIn("first", InHours(8));
        var settings = TestWorld.Default with { Imports = new Dictionary<string, ImportSettings> { ["claude-cli"] = new("claude-cli", Removed: true) } };

        for (var load = 0; load < 10; load++) await Process(settings).UpdateAsync(addNew: true, default);

        Assert.That(await StoredAsync(), Is.Null);
        Assert.That(_source.Reads, Is.Zero);
    }

    [Test]
    public async Task Import_that_is_removed_while_its_program_is_read_stays_removed()
    {
        _vendor.Says("first", "a").Says("second", "a");
        _source.SignIn("first", InHours(1));
        await LookAsync();
        _source.SignIn("second", InHours(8));
        var racing = new RemovingStore(_store);

        var result = (await Process(store: racing).UpdateAsync(addNew: true, default))[0].Result;

        Assert.That(result, Is.EqualTo(ImportResult.Nothing));
        Assert.That(await StoredAsync(), Is.Null);
    }

    [Test]
    public async Task Watch_adds_nothing()
    {
        _source.SignIn("first", InHours(8));

        await _updater.UpdateAsync(addNew: false, default);

        Assert.That(await StoredAsync(), Is.Null);
        Assert.That(_vendor.Asked, Is.Empty);
    }

    [Test]
    public async Task Watch_renews_what_a_command_added_meanwhile()
    {
        _vendor.Says("first", "a").Says("second", "a");
        _source.SignIn("first", InHours(1));
        await _updater.UpdateAsync(addNew: false, default);
        await Process().UpdateAsync(addNew: true, default);
        _source.SignIn("second", InHours(8));

        var result = (await _updater.UpdateAsync(addNew: false, default))[0].Result;

        Assert.That(result, Is.EqualTo(ImportResult.Renewed));
    }

    [Test]
    public async Task Unusable_login_leaves_the_stored_one()
    {
        _source.SignIn("first", InHours(8));
        await LookAsync();
        _source.Hold(new SourceReading.Unusable("it is no JSON"));

        var outcome = (await _updater.UpdateAsync(addNew: true, default))[0];

        Assert.That((outcome.Result, outcome.Why), Is.EqualTo((ImportResult.Unusable, "it is no JSON")));
        Assert.That(await StoredAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Store_that_cannot_be_written_is_an_outcome()
    {
        _source.SignIn("first", InHours(8));
        _store.Fault = new ChatAuthException(ErrorCode.StoreNewer, "memory");

        var outcome = (await _updater.UpdateAsync(addNew: true, default))[0];

        Assert.That((outcome.Result, outcome.Code), Is.EqualTo((ImportResult.NotSaved, ErrorCode.StoreNewer)));
    }

    [Test]
    public async Task Login_that_could_not_be_stored_is_stored_later()
    {
        _vendor.Says("first", "a");
        _source.SignIn("first", InHours(8));
        _source.WhileReading = () => _store.Fault = new ChatAuthException(ErrorCode.StoreBusy, "memory");
        await LookAsync();
        _source.WhileReading = () => _store.Fault = null;

        var result = await LookAsync();

        Assert.That(result, Is.EqualTo(ImportResult.Added));
    }

    private async Task<ImportResult> LookAsync() => (await _updater.UpdateAsync(addNew: true, default))[0].Result;

    private async Task<StoredCredential?> StoredAsync() =>
        (await _store.LoadAsync(AgentId.Main, default)).Credentials.SingleOrDefault(entry => entry.Id == _source.Profile);

    private static DateTimeOffset InHours(int hours) => new FakeTime().GetUtcNow().AddHours(hours);

    /// <summary>The updater of a process that starts now.</summary>
    private ImportUpdater Process(ChatAuthSettings? settings = null, ICredentialStore? store = null) => new ServiceCollection()
        .AddSingleton<TimeProvider>(_time)
        .AddSingleton<IIdFactory, CountingIds>()
        .AddSingleton(settings ?? TestWorld.Default)
        .AddSingleton(store ?? _store)
        .AddSingleton<ICredentialSource>(_source)
        .AddSingleton<IAccountIdentity>(_vendor)
        .AddChatAuthImportUpdates()
        .BuildServiceProvider()
        .GetRequiredService<ImportUpdater>();

    /// <summary>Somebody removes the entry between reading and writing.</summary>
    private sealed class RemovingStore(FakeCredentialStore inner) : ICredentialStore
    {
        public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken) => inner.LoadAsync(agent, cancellationToken);

        public Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken)
        {
            inner.Remove("anthropic:claude-cli");
            return inner.EditAsync(agent, decide, cancellationToken);
        }
    }
}
