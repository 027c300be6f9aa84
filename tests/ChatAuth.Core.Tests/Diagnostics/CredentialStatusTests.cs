using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Core.Tests.Diagnostics;

internal sealed class CredentialStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    [TestCase(0, CredentialStatus.Expired)]
    [TestCase(1, CredentialStatus.Expiring)]
    [TestCase(24 * 3600, CredentialStatus.Expiring)]
    [TestCase(24 * 3600 + 1, CredentialStatus.Ok)]
    public void Token_is_judged_by_the_seconds_left(int seconds, CredentialStatus expected)
    {
        var status = CredentialStatuses.Of(new Credential.Token(null, Now.AddSeconds(seconds)), Now, Window);

        Assert.That(status, Is.EqualTo(expected));
    }

    [Test]
    public void Keys_and_endless_tokens_are_static()
    {
        Credential[] endless = [new Credential.ApiKey(null), new Credential.Token(null, null)];

        Assert.That(endless.Select(credential => CredentialStatuses.Of(credential, Now, Window)), Is.All.EqualTo(CredentialStatus.Static));
    }

    [Test]
    public void Login_without_an_end_is_missing_one() =>
        Assert.That(CredentialStatuses.Of(new Credential.OAuth(null, null, null), Now, Window), Is.EqualTo(CredentialStatus.Missing));

    [TestCase(CredentialStatus.Static, CredentialStatus.Static)]
    [TestCase(CredentialStatus.Ok, CredentialStatus.Static, CredentialStatus.Ok)]
    [TestCase(CredentialStatus.Expiring, CredentialStatus.Ok, CredentialStatus.Expiring)]
    [TestCase(CredentialStatus.Expired, CredentialStatus.Expired, CredentialStatus.Ok)]
    [TestCase(CredentialStatus.Expired, CredentialStatus.Missing, CredentialStatus.Static)]
    [TestCase(CredentialStatus.Missing)]
    public void Roll_up_is_the_worst(CredentialStatus expected, params CredentialStatus[] all) =>
        Assert.That(CredentialStatuses.RollUp(all), Is.EqualTo(expected));
}
