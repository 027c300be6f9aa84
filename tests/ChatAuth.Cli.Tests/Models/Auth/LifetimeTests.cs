using ChatAuth.Cli.Models.Auth;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class LifetimeTests
{
    [TestCase("365", 365 * 24 * 60)]
    [TestCase("365d", 365 * 24 * 60)]
    [TestCase("1.5h", 90)]
    [TestCase("2w", 14 * 24 * 60)]
    [TestCase("90m", 90)]
    [TestCase("120s", 2)]
    [TestCase(" 60000 ms ", 1)]
    public void Number_with_a_unit_is_a_lifetime(string text, int minutes)
    {
        Assert.That(Lifetime.TryParse(text, out var lifetime));

        Assert.That(lifetime.TotalMinutes, Is.EqualTo(minutes).Within(0.001));
    }

    [TestCase("")]
    [TestCase("d")]
    [TestCase("0")]
    [TestCase("0d")]
    [TestCase("-1d")]
    [TestCase("+1d")]
    [TestCase("1e3d")]
    [TestCase("1d12h")]
    [TestCase("1y")]
    [TestCase("1D")]
    [TestCase("1,5h")]
    [TestCase("99999999999w")]
    [TestCase("soon")]
    public void Anything_else_is_none(string text) => Assert.That(Lifetime.TryParse(text, out _), Is.False);
}
