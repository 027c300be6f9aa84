using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Diagnostics;

/// <summary>What the operator's probes spend, and what they leave alone.</summary>
public sealed class CredentialProbesTests
{
    private static readonly ProbeScope s_everything = new(null, [], [], EveryModel: false);
    private static readonly ProbeRun s_usual = new(AgentId.Main);
    private readonly List<TestWorld> _worlds = [];

    [TearDown]
    public async Task TearDown()
    {
        foreach (var world in _worlds) await world.DisposeAsync();
        _worlds.Clear();
    }

    [Test]
    public async Task Profile_outside_the_order_is_reported_and_not_asked()
    {
        var world = World();
        world.Credentials.Key("anthropic:work").Key("anthropic:other").Order("anthropic", "anthropic:work");

        var results = await ProbeAsync(world);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:work ok", "anthropic:other not-in-order" }));
        Assert.That(Spent(world), Is.EqualTo(new[] { "anthropic:work" }));
    }

    [Test]
    public async Task Import_that_nobody_accepted_is_not_spent()
    {
        var world = World();
        world.Credentials.Put(new StoredCredential(
            ProfileId.Parse("anthropic:claude-cli"), ProviderId.Parse("anthropic"), new Credential.Token(RefreshWorld.SecretOf("fake"), null), Source: "claude-cli") { IsImport = true });

        var results = await ProbeAsync(world);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:claude-cli not-accepted" }));
        Assert.That(Spent(world), Is.Empty);
    }

    [Test]
    public async Task Profile_that_is_spent_elsewhere_only_or_forbidden_is_left_alone()
    {
        var (team, banned) = (ProfileId.Parse("anthropic:team"), ProfileId.Parse("anthropic:banned"));
        var world = World(settings => settings with
        {
            Profiles = new Dictionary<ProfileId, ProfileSettings> { [team] = new(team, null, null, null, new ProfileAudience(null, [TestWorld.Pattern("space:discord:9")], true)) },
            Rules = [new ProfileRule("no", RuleEffect.Forbid, [banned], [], [], [], [])],
        });
        world.Credentials.Key("anthropic:team").Key("anthropic:banned");

        var results = await ProbeAsync(world);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:team serves-elsewhere", "anthropic:banned forbidden-by-rule" }));
        Assert.That(Spent(world), Is.Empty);
    }

    [Test]
    public async Task What_cannot_work_is_reported_and_not_sent()
    {
        var world = World();
        world.Vendor.Without.Add(ProviderId.Parse("google"));
        world.Credentials.Token("anthropic:old", world.Time.GetUtcNow().AddHours(-1)).Put("anthropic:blank", new Credential.ApiKey(null)).Key("google:work").Key("nobody:work");

        var results = await ProbeAsync(world);

        Assert.That(results.Select(Told), Is.EqualTo(new[]
        {
            "anthropic:old expired", "anthropic:blank blank", "google:work provider-not-available", "nobody:work no-model",
        }));
        Assert.That(Spent(world), Is.Empty);
    }

    [Test]
    public async Task Resting_profile_is_asked_and_its_health_stays_as_it_is()
    {
        var world = World();
        world.Credentials.Key("anthropic:tired").Key("anthropic:unpaid");
        await ReportAsync(world, "anthropic:tired", FailureReason.RateLimit);
        await ReportAsync(world, "anthropic:unpaid", FailureReason.Billing);
        world.Vendor.Fail("anthropic:unpaid", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));
        var before = await HealthAsync(world);
        world.Time.Advance(TimeSpan.FromSeconds(1));

        var results = await ProbeAsync(world);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:tired ok", "anthropic:unpaid billing" }));
        Assert.That(await HealthAsync(world), Is.EqualTo(before));
    }

    [Test]
    public async Task Recorded_success_ends_the_rest()
    {
        var world = World();
        world.Credentials.Key("anthropic:tired");
        await ReportAsync(world, "anthropic:tired", FailureReason.Billing);
        world.Time.Advance(TimeSpan.FromSeconds(1));

        await ProbeAsync(world, s_usual with { Records = true });

        var health = (await HealthAsync(world)).Values.Single();
        Assert.That((health.UnusableUntil(world.Time.GetUtcNow()), health.LastUsed), Is.EqualTo(((DateTimeOffset?)null, world.Time.GetUtcNow())));
    }

    [Test]
    public async Task Recorded_failure_counts_as_that_of_a_message()
    {
        var world = World();
        world.Credentials.Key("anthropic:work");
        world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorRefused, FailureReason.Auth));

        await ProbeAsync(world, s_usual with { Records = true });

        var health = (await HealthAsync(world)).Values.Single();
        Assert.That((health.Errors, health.Reason, health.CooldownUntil), Is.EqualTo((1, FailureReason.Auth, world.Time.GetUtcNow().AddMinutes(1))));
    }

    [TestCase(true, "chatauth.cooldown.count 1 provider=anthropic reason=rate-limit")]
    [TestCase(false, "")]
    public async Task Rest_that_a_probe_begins_is_measured_where_it_is_recorded(bool records, string measured)
    {
        var world = World();
        using var seen = new RecordedTelemetry(world.Services);
        world.Credentials.Key("anthropic:work");
        world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));

        await ProbeAsync(world, s_usual with { Records = records });

        Assert.That(string.Join(", ", seen.Of("chatauth.cooldown.count")), Is.EqualTo(measured));
    }

    [Test]
    public async Task Recorded_failure_that_says_nothing_of_the_credential_is_not_written()
    {
        var world = World();
        world.Credentials.Key("anthropic:work");
        world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.RequestRefused, null));

        await ProbeAsync(world, s_usual with { Records = true });

        Assert.That(await HealthAsync(world), Is.Empty);
    }

    [TestCase("anthropic", "", "", "anthropic:work opus, anthropic:home opus")]
    [TestCase(null, "openai:work,anthropic:home", "", "anthropic:home opus, openai:work gpt")]
    [TestCase(null, "", "openai/gpt-5.2,anthropic/claude-sonnet-4-5", "anthropic:work sonnet, anthropic:home sonnet, openai:work gpt")]
    [TestCase("openai", "", "anthropic/claude-sonnet-4-5", "")]
    public async Task Scope_is_what_was_named(string? provider, string profiles, string models, string targets)
    {
        var world = World();
        world.Credentials.Key("anthropic:work").Key("anthropic:home").Key("openai:work");

        var listed = await Probes(world).ListAsync(
            AgentId.Main,
            new ProbeScope(provider is null ? null : ProviderId.Parse(provider), [.. Parts(profiles).Select(ProfileId.Parse)], [.. Parts(models).Select(ModelRef.Parse)], false),
            default);

        Assert.That(string.Join(", ", listed.Select(target => $"{target.Profile} {world.Settings.Catalog.ShortName(target.Model!.Value)}")), Is.EqualTo(targets));
    }

    [Test]
    public async Task Model_that_the_allowlist_leaves_out_is_never_chosen()
    {
        var world = World(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], allowed: [ModelRef.Parse("anthropic/claude-sonnet-4-5")]),
        });
        world.Credentials.Key("anthropic:work").Key("openai:work");

        var listed = await Probes(world).ListAsync(AgentId.Main, s_everything with { EveryModel = true }, default);

        Assert.That(listed.Select(target => target.Model?.Model), Is.EqualTo(new[] { "claude-opus-4-5", "claude-sonnet-4-5", null }));
    }

    [Test]
    public async Task Login_that_is_due_is_refreshed_once_before_all_of_its_probes()
    {
        await using var refresh = new RefreshWorld();
        refresh.Put(TimeSpan.FromMinutes(-1));

        var results = await ProbeAsync(refresh.World, scope: s_everything with { EveryModel = true });

        Assert.That(results.Select(result => result.Status), Is.EqualTo(new[] { "ok", "ok" }));
        Assert.That(refresh.Issuer.Shown, Is.EqualTo(new[] { "fake-refresh-0" }));
        Assert.That(refresh.Login.Access!.Reveal(), Is.EqualTo("fake-access-1"));
    }

    [Test]
    public async Task Login_that_has_ended_and_cannot_be_refreshed_is_not_sent()
    {
        await using var refresh = new RefreshWorld();
        refresh.Put(TimeSpan.FromMinutes(-1)).Issuer.Lose(wasSent: false);

        var results = await ProbeAsync(refresh.World);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:work refresh-unavailable" }));
        Assert.That(refresh.World.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Login_that_still_lives_is_tried_without_its_refresh()
    {
        await using var refresh = new RefreshWorld();
        refresh.Put(TimeSpan.FromMinutes(1)).Issuer.Lose(wasSent: false);

        var results = await ProbeAsync(refresh.World);

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:work ok" }));
    }

    [Test]
    public async Task Login_whose_token_the_vendor_ended_early_is_refreshed_and_asked_again()
    {
        await using var refresh = new RefreshWorld();
        refresh.Put(TimeSpan.FromHours(5));
        var refusals = 1;
        refresh.World.Vendor.Fail(RefreshWorld.Work, () =>
            refusals-- > 0 ? new VendorException(ErrorCode.VendorRefused, FailureReason.Auth) { IsUnauthorized = true } : null);

        var results = await ProbeAsync(refresh.World, s_usual with { Records = true });

        Assert.That(results.Select(Told), Is.EqualTo(new[] { "anthropic:work ok" }));
        Assert.That((await HealthAsync(refresh.World)).Values.Select(health => health.Errors), Is.All.Zero);
    }

    [Test]
    public async Task Patience_that_ends_is_not_recorded_as_the_vendors_failure()
    {
        var world = World();
        world.Credentials.Key("anthropic:work");
        world.Vendor.Until = new TaskCompletionSource().Task;

        var probing = ProbeAsync(world, s_usual with { Records = true });
        await world.Time.SomebodyWaitsAsync(s_usual.Patience);
        world.Time.Advance(s_usual.Patience);

        Assert.That((await probing).Select(Told), Is.EqualTo(new[] { "anthropic:work timeout" }));
        Assert.That(await HealthAsync(world), Is.Empty);
    }

    private static string Told(ProbeResult result) => $"{result.Target.Profile} {result.Status}";

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Spent(TestWorld world) => world.Vendor.Seen.Select(seen => seen.Profile.ToString());

    private static CredentialProbes Probes(TestWorld world) => world.Services.GetRequiredService<CredentialProbes>();

    private static async Task<IReadOnlyList<ProbeResult>> ProbeAsync(TestWorld world, ProbeRun? run = null, ProbeScope? scope = null) =>
        await Probes(world).RunAsync(await Probes(world).ListAsync(AgentId.Main, scope ?? s_everything, default), run ?? s_usual, _ => { }, default);

    private static async Task ReportAsync(TestWorld world, string id, FailureReason reason)
    {
        var source = world.Services.GetRequiredService<RosterSource>();
        var (now, profile) = (world.Time.GetUtcNow(), (await source.LoadAsync(AgentId.Main, world.Time.GetUtcNow(), default)).Find(ProfileId.Parse(id))!);
        await source.ReportAsync(AgentId.Main, profile, health => health.AfterFailure(reason, now, now, world.Settings.Cooldowns), default);
    }

    private static async Task<IReadOnlyDictionary<HealthKey, ProfileHealth>> HealthAsync(TestWorld world) =>
        new Dictionary<HealthKey, ProfileHealth>(await world.Services.GetRequiredService<IHealthStore>().LoadAsync(AgentId.Main, default));

    private TestWorld World(Func<ChatAuthSettings, ChatAuthSettings>? configure = null)
    {
        var world = new TestWorld(configure);
        _worlds.Add(world);
        return world;
    }
}
