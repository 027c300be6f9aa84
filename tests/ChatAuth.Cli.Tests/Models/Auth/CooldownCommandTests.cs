using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class CooldownCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Agents.Put("anthropic:home", TestInstallation.Key("fake-key-of-home"));
    }

    [Test]
    public async Task Nobody_rests_at_first()
    {
        var words = await _installation.RunAsync("models auth cooldown");
        var json = await _installation.RunAsync("models auth cooldown --json");

        Assert.That((words.Output, json.Output.Trim(), words.ExitCode), Is.EqualTo(("Nobody rests.\n", "[]", 0)));
    }

    [Test]
    public async Task Who_rests_is_listed_by_the_soonest_end()
    {
        await FailAsync("anthropic:work", FailureReason.Billing);
        await FailAsync("anthropic:home", FailureReason.RateLimit, _installation.Now.AddHours(2));

        var run = await _installation.RunAsync("models auth cooldown");

        Assert.That(run.Output, Is.EqualTo("""
            anthropic:home  cooling (rate limit), over in 2h 0m, at 2026-03-01 14:00 UTC, as its vendor says
            anthropic:work  disabled (cannot pay), over in 5h 0m, at 2026-03-01 17:00 UTC
            A rest holds in all chats of the agent; chatauth models auth cooldown clear PROFILE ends it.

            """));
    }

    [Test]
    public async Task List_as_json_has_reason_scope_and_end()
    {
        await FailAsync("anthropic:work", FailureReason.Overloaded);

        var run = await _installation.RunAsync("models auth cooldown --json");

        var entry = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.That(entry.EnumerateObject().Select(member => $"{member.Name}={member.Value}"), Is.EqualTo(new[]
        {
            "profileId=anthropic:work", "provider=anthropic", "kind=cooldown", "reason=overloaded", "scope=agent",
            $"until={_installation.Now.AddMinutes(1).ToUnixTimeMilliseconds()}", "remainingMs=60000", "namedByVendor=False",
        }));
    }

    [Test]
    public async Task Clear_ends_cooldown_and_billing_disable_and_says_what_it_was()
    {
        await FailAsync("anthropic:work", FailureReason.RateLimit);
        _installation.Time.Advance(TimeSpan.FromSeconds(1));
        await FailAsync("anthropic:work", FailureReason.Billing);

        var run = await _installation.RunAsync("models auth cooldown clear anthropic:work");

        Assert.That(run.Output, Is.EqualTo("anthropic:work may be used again. It was disabled (cannot pay), over in 5h 0m, at 2026-03-01 17:00 UTC.\n"));
        Assert.That((await HealthAsync("anthropic:work")).RestAt(_installation.Now), Is.Null);
    }

    [Test]
    public async Task Clear_as_json_says_whether_it_did_anything()
    {
        await FailAsync("anthropic:work", FailureReason.Timeout);

        var first = await _installation.RunAsync("models auth cooldown clear anthropic:work --json");
        var second = await _installation.RunAsync("models auth cooldown clear anthropic:work --json");

        Assert.That((Cleared(first), Cleared(second), second.ExitCode), Is.EqualTo((true, false, 0)));
    }

    [Test]
    public async Task Another_agents_rest_is_left_alone()
    {
        await FailAsync("anthropic:work", FailureReason.RateLimit);

        var run = await _installation.RunAsync("models auth cooldown clear anthropic:work --agent other");

        Assert.That(run.Output, Is.EqualTo("anthropic:work does not rest: nothing was changed.\n"));
        Assert.That((await HealthAsync("anthropic:work")).RestAt(_installation.Now), Is.Not.Null);
    }

    [TestCase("anthropic:gone")]
    [TestCase("gone")]
    public async Task Unknown_profile_is_refused_and_not_repeated(string typed)
    {
        var run = await _installation.RunAsync($"models auth cooldown clear {typed}");

        Assert.That((run.ExitCode, run.All.Contains("gone", StringComparison.Ordinal)), Is.EqualTo((ErrorCode.ProfileUnknown.ExitCode, false)));
    }

    [Test]
    public async Task Status_shows_why_it_rests_and_who_named_the_end()
    {
        await FailAsync("anthropic:work", FailureReason.RateLimit, _installation.Now.AddHours(2));

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("anthropic:work  api_key  cooling (rate limit), over in 2h 0m, at 2026-03-01 14:00 UTC, as its vendor says\n"));
    }

    private static bool Cleared(TestInstallation.Run run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("cleared").GetBoolean();

    private async Task FailAsync(string profile, FailureReason reason, DateTimeOffset? reset = null)
    {
        var now = _installation.Now;
        await _installation.Stores.Health.UpdateAsync(
            await KeyOf(profile), ProfileHealth.Unused, health => health.AfterFailure(reason, now, now, new CooldownOptions(), reset), default);
    }

    private async Task<ProfileHealth> HealthAsync(string profile) =>
        (await _installation.Stores.Health.LoadAsync(AgentId.Main, default))[await KeyOf(profile)];

    private async Task<HealthKey> KeyOf(string profile)
    {
        await using var services = _installation.Assemble();
        var roster = await ((RosterSource)services.GetService(typeof(RosterSource))!).LoadAsync(AgentId.Main, _installation.Now, default);
        return HealthKey.Of(AgentId.Main, roster.Find(ProfileId.Parse(profile))!);
    }
}
