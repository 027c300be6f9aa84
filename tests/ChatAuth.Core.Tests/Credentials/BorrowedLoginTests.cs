using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>What a chat sees of a login that is borrowed from another program.</summary>
internal sealed class BorrowedLoginTests
{
    private const string Borrowed = "anthropic:claude-cli";

    private readonly FakeAccountIdentity _vendor = new FakeAccountIdentity().Says("work", "work-account").Says("renewed", "work-account").Says("private", "private-account");
    private FakeCredentialSource _source = null!;
    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _source = new FakeCredentialSource();
        _world = World();
        _source.SignIn("work", _world.Time.GetUtcNow().AddHours(8));
        await UpdateAsync();
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Account_that_is_swapped_under_a_pin_is_never_charged()
    {
        await _world.Type("/model opus@anthropic:claude-cli");
        await _world.Answer("hello");
        _source.SignIn("private", _world.Time.GetUtcNow().AddHours(9));
        await UpdateAsync();

        var refusal = await _world.Refusal("hello again");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.AccountChanged));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Pin_mends_when_the_same_account_comes_back()
    {
        await _world.Type("/model opus@anthropic:claude-cli");
        _source.SignIn("private", _world.Time.GetUtcNow().AddHours(9));
        await UpdateAsync();
        await _world.Refusal("hello");
        _source.SignIn("renewed", _world.Time.GetUtcNow().AddHours(10));
        await UpdateAsync();

        await _world.Answer("hello again");

        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Renewed_login_of_the_same_account_serves_the_pin()
    {
        await _world.Type("/model opus@anthropic:claude-cli");
        await _world.Answer("hello");
        _world.Time.Advance(TimeSpan.FromHours(8));
        _source.SignIn("renewed", _world.Time.GetUtcNow().AddHours(8));
        await UpdateAsync();

        await _world.Answer("hello again");

        Assert.That(_world.Vendor.Seen.Select(seen => seen.Payer).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Unproven_login_after_the_end_breaks_the_pin()
    {
        await _world.Type("/model opus@anthropic:claude-cli");
        _world.Time.Advance(TimeSpan.FromHours(8));
        _source.SignIn("unheard-of", _world.Time.GetUtcNow().AddHours(8));
        await UpdateAsync();

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.AccountChanged));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Login_that_was_not_accepted_is_shown_and_not_spent()
    {
        var why = await _world.Type<CommandReply.Why>("/model why");
        var refusal = await _world.Refusal("hello");

        Assert.That(why.Resolution.Candidates.Select(candidate => (candidate.Profile.Name, candidate.Reason)), Is.EqualTo(new[] { (Borrowed, CandidateReason.NotAccepted) }));
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.NobodyEligible));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Login_that_was_not_accepted_never_comes_before_a_key()
    {
        _world.Credentials.Key("anthropic:key");

        await _world.Answer("hello");

        Assert.That(_world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo("anthropic:key"));
    }

    [Test]
    public async Task Login_that_was_not_accepted_can_be_pinned()
    {
        await _world.Type("/model opus@anthropic:claude-cli");

        await _world.Answer("hello");

        Assert.That(_world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo(Borrowed));
    }

    [Test]
    public async Task Order_that_names_it_spends_it()
    {
        _world.Credentials.Order("anthropic", Borrowed);

        await _world.Answer("hello");

        Assert.That(_world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo(Borrowed));
    }

    [Test]
    public async Task Accepted_login_is_chosen()
    {
        await using var world = World(new ImportSettings("claude-cli", Accepted: true));
        await world.Services.GetRequiredService<ImportUpdater>().UpdateAsync(addNew: true, default);

        await world.Answer("hello");

        Assert.That(world.Vendor.Seen.Single().Profile.ToString(), Is.EqualTo(Borrowed));
    }

    [Test]
    public async Task Chat_reads_no_other_program()
    {
        await _world.Type("/model opus@anthropic:claude-cli");
        _source.SignIn("renewed", _world.Time.GetUtcNow().AddHours(16));
        var before = _source.Reads;

        await _world.Answer("hello");
        await _world.Type("/model status");
        await _world.Type("/model sonnet@anthropic:claude-cli ?");

        Assert.That(_source.Reads, Is.EqualTo(before));
    }

    [Test]
    public async Task Watch_takes_over_a_renewed_login_within_half_a_minute()
    {
        using var looks = new SemaphoreSlim(0);
        _source.WhileReading = () => looks.Release();
        _source.SignIn("renewed", _world.Time.GetUtcNow().AddHours(16));
        var watch = _world.Services.GetServices<IHostedService>().OfType<ImportWatch>().Single();
        await watch.StartAsync(default);
        await looks.WaitAsync(TimeSpan.FromSeconds(15));

        await LookAgainAsync("private");
        // The next look begins when this one has ended.
        await LookAgainAsync("private");
        await watch.StopAsync(default);

        var stored = (await _world.Credentials.LoadAsync(AgentId.Main, default)).Credentials.Single();
        Assert.That(stored.Account, Is.EqualTo("private-account"));

        async Task LookAgainAsync(string token)
        {
            _source.SignIn(token, _world.Time.GetUtcNow().AddHours(17));
            _world.Time.Advance(TimeSpan.FromSeconds(30));
            Assert.That(await looks.WaitAsync(TimeSpan.FromSeconds(15)), Is.True);
        }
    }

    private Task UpdateAsync() => _world.Services.GetRequiredService<ImportUpdater>().UpdateAsync(addNew: true, default);

    private TestWorld World(ImportSettings? said = null) => new(
        settings => said is null ? settings : settings with { Imports = new Dictionary<string, ImportSettings> { [said.Source] = said } },
        services => services.AddSingleton<ICredentialSource>(_source).AddSingleton<IAccountIdentity>(_vendor).AddChatAuthImportUpdates());
}
