using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Profiles;

/// <summary>Rests under a clock that jumps: none lasts longer than its rule allows, counted once and not anew at each look.</summary>
public sealed class ProfileHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CooldownOptions Options = new();

    private static readonly TimeSpan[] Jumps = [TimeSpan.FromDays(1), TimeSpan.FromDays(365 * 30)];

    [Test]
    public void Failure_that_lies_in_the_future_of_a_clock_set_back_proves_nothing(
        [ValueSource(nameof(Jumps))] TimeSpan jump, [Values(FailureReason.RateLimit, FailureReason.Billing)] FailureReason reason)
    {
        var health = ProfileHealth.Unused.AfterFailure(reason, Now + jump, Now + jump, Options);

        var seen = health.Clamped(Now, Options);

        Assert.That(seen.UnusableUntil(Now), Is.Null);
        Assert.That(seen.AfterFailure(reason, Now, Now, Options).UnusableUntil(Now), Is.GreaterThan(Now), "the next failure counts");
    }

    [Test]
    public void Reset_that_the_vendor_names_beyond_all_measure_ends_at_the_longest_that_is_believed()
    {
        var health = ProfileHealth.Unused.AfterFailure(FailureReason.RateLimit, Now, Now, Options, reset: Now.AddYears(30));

        var later = Now.AddDays(8);

        Assert.That(health.Clamped(Now, Options).UnusableUntil(Now), Is.EqualTo(later));
        Assert.That(health.Clamped(later, Options).UnusableUntil(later), Is.Null);
    }

    [Test]
    public void Rest_within_its_rule_stays_as_it_is()
    {
        var health = ProfileHealth.Unused.AfterFailure(FailureReason.Billing, Now, Now, Options);

        Assert.That(health.Clamped(Now.AddHours(1), Options), Is.SameAs(health));
    }

    [Test]
    public async Task Automatic_choice_serves_again_after_the_clock_was_set_back([ValueSource(nameof(Jumps))] TimeSpan jump)
    {
        await using var world = new TestWorld();
        world.Credentials.Key("anthropic:only");
        world.Time.Advance(jump);
        world.Vendor.Fail("anthropic:only", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await world.Refusal("first");
        world.Time.Advance(-jump);

        await world.Refusal("second");
        world.Vendor.Fail("anthropic:only", null);
        world.Time.Advance(TimeSpan.FromMinutes(61));
        var answer = await world.Ask("third");

        Assert.That(answer, Is.InstanceOf<AskResult.Answer>());
    }
}
