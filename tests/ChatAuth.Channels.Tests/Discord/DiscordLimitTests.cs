using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What headers say of the limits; those of a flood as in Discord's documentation.</summary>
internal sealed class DiscordLimitTests
{
    private static DiscordLimit In(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return DiscordLimit.In(response.Headers);
    }

    [Test]
    public void Bucket_and_its_reset_are_read()
    {
        var limit = In(("X-RateLimit-Bucket", "abcd1234"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "64.57"));

        Assert.That(limit, Is.EqualTo(new DiscordLimit("abcd1234", true, TimeSpan.FromSeconds(64.57), DiscordLimit.Extent.User)));
    }

    [Test]
    public void Nothing_said_is_nothing_known() =>
        Assert.That(In(), Is.EqualTo(new DiscordLimit(null, false, TimeSpan.Zero, DiscordLimit.Extent.Address)));

    [TestCase("X-RateLimit-Scope", "user", "User")]
    [TestCase("X-RateLimit-Scope", "shared", "Shared")]
    [TestCase("X-RateLimit-Scope", "global", "Global")]
    [TestCase("X-RateLimit-Global", "true", "Global")]
    [TestCase("X-RateLimit-Bucket", "abcd1234", "User")]
    public void Reach_is_the_scope(string name, string value, string reach) =>
        Assert.That(In((name, value)).Reach.ToString(), Is.EqualTo(reach));

    [TestCase("-1")]
    [TestCase("NaN")]
    [TestCase("1e9")]
    [TestCase("soon")]
    public void Reset_that_is_no_plain_number_is_none(string value) =>
        Assert.That(In(("X-RateLimit-Reset-After", value)).ResetAfter, Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void Name_without_end_is_no_name() =>
        Assert.That(In(("X-RateLimit-Bucket", new string('x', 129))).Bucket, Is.Null);
}
