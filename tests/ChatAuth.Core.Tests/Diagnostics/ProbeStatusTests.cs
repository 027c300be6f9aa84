using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Tests.Diagnostics;

/// <summary>The words for what a vendor did with a probe.</summary>
public sealed class ProbeStatusTests
{
    [TestCase("vendor-refused", "auth")]
    [TestCase("credential-for-claude-code-only", "auth")]
    [TestCase("vendor-limited", "rate-limit")]
    [TestCase("vendor-unpaid", "billing")]
    [TestCase("vendor-timeout", "timeout")]
    [TestCase("request-refused", "format")]
    [TestCase("vendor-lacks-model", "format")]
    [TestCase("vendor-unavailable", "unknown")]
    [TestCase("vendor-answer-unusable", "unknown")]
    [TestCase("request-unsendable", "unknown")]
    public void Code_has_its_word(string code, string status) =>
        Assert.That(ProbeStatus.Of(ErrorCode.All.Single(one => one.Id == code)), Is.EqualTo(status));

    [TestCase("auth", true)]
    [TestCase("billing", true)]
    [TestCase("rate-limit", false)]
    [TestCase("expired", false)]
    public void Unhealthy_is_what_the_vendor_said_of_the_credential(string status, bool unhealthy) =>
        Assert.That(new ProbeResult(new ProbeTarget(default, default, null), status).IsUnhealthy, Is.EqualTo(unhealthy));
}
