using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Profiles;

public sealed class ProfileHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CooldownOptions Options = new();

    [Test]
    public void Ordinary_failures_rest_1_5_25_and_then_60_minutes() =>
        Assert.That(Rests(FailureReason.RateLimit, 5), Is.EqualTo(new double[] { 1, 5, 25, 60, 60 }));

    [Test]
    public void Billing_failures_rest_5_10_20_and_then_24_hours() =>
        Assert.That(Rests(FailureReason.Billing, 5).Select(minutes => minutes / 60), Is.EqualTo(new double[] { 5, 10, 20, 24, 24 }));

    [Test]
    public void Billing_failure_does_not_lengthen_the_next_ordinary_rest()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.Billing, Now);

        health = Fail(health, FailureReason.RateLimit, Now.AddMinutes(1));

        Assert.That(health.CooldownUntil, Is.EqualTo(Now.AddMinutes(2)));
    }

    [Test]
    public void Parallel_failures_count_once()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now);

        var again = health.AfterFailure(FailureReason.RateLimit, Now, Now.AddSeconds(5), Options);

        Assert.That(again, Is.SameAs(health));
    }

    [Test]
    public void Late_success_does_not_clear_a_newer_failure()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now);

        var after = health.AfterSuccess(Now.AddSeconds(-10), Now.AddSeconds(5));

        Assert.That(after.IsCooling(Now.AddSeconds(5)), Is.True);
    }

    [Test]
    public void Later_success_clears_every_count()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.Billing, Now);

        var after = health.AfterSuccess(Now.AddSeconds(1), Now.AddSeconds(5));

        Assert.That((after.UnusableUntil(Now.AddSeconds(5)), after.BillingErrors), Is.EqualTo(((DateTimeOffset?)null, 0)));
    }

    [Test]
    public void Failures_older_than_the_window_are_forgotten()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now);

        var exactly = Fail(health, FailureReason.RateLimit, Now.AddHours(24));
        var longer = Fail(health, FailureReason.RateLimit, Now.AddHours(24).AddSeconds(1));

        Assert.That((exactly.Errors, longer.Errors), Is.EqualTo((2, 1)));
    }

    [Test]
    public void End_that_the_vendor_names_wins()
    {
        var health = ProfileHealth.Unused.AfterFailure(FailureReason.RateLimit, Now, Now, Options, Now.AddHours(3));

        Assert.That((health.CooldownUntil, health.EndIsVendors), Is.EqualTo(((DateTimeOffset?)Now.AddHours(3), true)));
    }

    [Test]
    public void Owner_clears_every_rest()
    {
        var health = Fail(Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now), FailureReason.Billing, Now.AddSeconds(1));

        Assert.That(health.Cleared().UnusableUntil(Now.AddSeconds(2)), Is.Null);
    }

    [Test]
    public void Rest_that_ended_by_time_needs_a_trial_until_something_is_known()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now);
        var window = TimeSpan.FromHours(24);

        var resting = health.NeedsTrial(Now.AddSeconds(59), window);
        var ended = health.NeedsTrial(Now.AddMinutes(1), window);
        var forgotten = health.NeedsTrial(Now.AddMinutes(2).AddHours(24), window);

        Assert.That((resting, ended, forgotten), Is.EqualTo((false, true, false)));
    }

    [Test]
    public void Neither_a_success_nor_an_owner_leaves_anything_to_try()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.Billing, Now);
        var (later, window) = (Now.AddHours(6), TimeSpan.FromHours(24));

        var served = health.AfterSuccess(later, later).NeedsTrial(later, window);
        var cleared = health.Cleared().NeedsTrial(later, window);

        Assert.That((served, cleared), Is.EqualTo((false, false)));
    }

    [Test]
    public void Late_success_proves_nothing_about_the_rest()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now);

        var after = health.AfterSuccess(Now.AddSeconds(-10), Now.AddSeconds(5));

        Assert.That(after.NeedsTrial(Now.AddMinutes(1), TimeSpan.FromHours(24)), Is.True);
    }

    [Test]
    public void Cleared_health_does_not_count_a_failure_of_before_once_more()
    {
        var health = Fail(ProfileHealth.Unused, FailureReason.RateLimit, Now).Cleared();

        var late = health.AfterFailure(FailureReason.RateLimit, Now, Now.AddSeconds(5), Options);

        Assert.That(late.UnusableUntil(Now.AddSeconds(5)), Is.Null);
    }

    private static List<double> Rests(FailureReason reason, int failures)
    {
        var health = ProfileHealth.Unused;
        var rests = new List<double>();
        for (var i = 0; i < failures; i++)
        {
            var at = Now.AddMinutes(i);
            health = Fail(health, reason, at);
            rests.Add((health.UnusableUntil(at)!.Value - at).TotalMinutes);
        }
        return rests;
    }

    private static ProfileHealth Fail(ProfileHealth health, FailureReason reason, DateTimeOffset at) => health.AfterFailure(reason, at, at, Options);
}
