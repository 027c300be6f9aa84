using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every health store promises.</summary>
public abstract class HealthStoreContract
{
    private static readonly HealthKey Key = new(AgentId.Main, SessionStates.Work, SessionStates.WorkPayer, "r1");

    private static readonly DateTimeOffset Time = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(3);

    private static readonly ProfileHealth Sick = new()
    {
        LastUsed = Time,
        LastFailure = Time.AddSeconds(1),
        Errors = 2,
        BillingErrors = 3,
        Reason = FailureReason.RateLimit,
        CooldownUntil = Time.AddMinutes(5),
        DisabledUntil = Time.AddHours(5),
        EndIsVendors = true,
    };

    private IHealthStore _store = null!;

    /// <summary>An empty store.</summary>
    protected abstract IHealthStore Create();

    [SetUp]
    public void CreateStore() => _store = Create();

    [Test]
    public async Task Nothing_is_known_at_first() => Assert.That(await _store.LoadAsync(AgentId.Main, default), Is.Empty);

    [Test]
    public async Task Health_saved_is_loaded_as_it_was()
    {
        await _store.UpdateAsync(Key, ProfileHealth.Unused, _ => Sick, default);

        Assert.That(await _store.LoadAsync(AgentId.Main, default), Is.EqualTo(new Dictionary<HealthKey, ProfileHealth> { [Key] = Sick }));
    }

    [Test]
    public async Task Missing_entry_starts_as_the_seed_and_later_ones_as_saved()
    {
        await _store.UpdateAsync(Key, Sick, health => health with { Errors = health.Errors + 1 }, default);
        await _store.UpdateAsync(Key, ProfileHealth.Unused, health => health with { Errors = health.Errors + 1 }, default);

        Assert.That((await _store.LoadAsync(AgentId.Main, default))[Key], Is.EqualTo(Sick with { Errors = 4 }));
    }

    [Test]
    public async Task New_credential_under_an_old_id_starts_afresh()
    {
        await _store.UpdateAsync(Key, ProfileHealth.Unused, _ => Sick, default);

        await _store.UpdateAsync(Key with { Revision = "r2" }, ProfileHealth.Unused, health => health, default);

        var health = await _store.LoadAsync(AgentId.Main, default);
        Assert.That((health[Key], health[Key with { Revision = "r2" }]), Is.EqualTo((Sick, ProfileHealth.Unused)));
    }

    [Test]
    public async Task Agents_do_not_see_each_others_health()
    {
        _ = AgentId.TryParse("other", out var other);

        await _store.UpdateAsync(Key with { Agent = other }, ProfileHealth.Unused, _ => Sick, default);

        Assert.That(await _store.LoadAsync(AgentId.Main, default), Is.Empty);
        Assert.That(await _store.LoadAsync(other, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Exception_out_of_a_change_passes_and_changes_nothing()
    {
        await _store.UpdateAsync(Key, ProfileHealth.Unused, _ => Sick, default);

        Assert.That(() => _store.UpdateAsync(Key, Sick, _ => throw new TimeoutException("fake"), default), Throws.TypeOf<TimeoutException>());

        Assert.That((await _store.LoadAsync(AgentId.Main, default))[Key], Is.EqualTo(Sick));
    }

    [Test]
    public async Task Changes_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            _store.UpdateAsync(Key, ProfileHealth.Unused, health => health with { Errors = health.Errors + 1 }, default))));

        Assert.That((await _store.LoadAsync(AgentId.Main, default))[Key].Errors, Is.EqualTo(100));
    }
}
