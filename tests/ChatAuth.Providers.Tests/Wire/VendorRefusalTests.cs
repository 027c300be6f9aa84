using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>What a vendor's refusal means.</summary>
public sealed class VendorRefusalTests : WireTest
{
    public static IEnumerable<TestCaseData> Refusals =>
    [
        Case(VendorFaults.BadRequest, "request-refused", null),
        Case(VendorFaults.NotFound, "vendor-lacks-model", null),
        Case(VendorFaults.TooLarge, "request-refused", null),
        Case(VendorFaults.Refuse(422, "invalid_request_error"), "request-refused", null),
        Case(VendorFaults.Unauthorized, "vendor-refused", FailureReason.Auth),
        Case(VendorFaults.Forbidden, "vendor-refused", FailureReason.Auth),
        Case(VendorFaults.Unpaid, "vendor-unpaid", FailureReason.Billing),
        Case(VendorFaults.NoQuota, "vendor-unpaid", FailureReason.Billing),
        Case(VendorFaults.Limited(), "vendor-limited", FailureReason.RateLimit),
        Case(VendorFaults.Refuse(408, "timeout_error"), "vendor-timeout", FailureReason.Timeout),
        Case(VendorFaults.Broken, "vendor-unavailable", FailureReason.Overloaded),
        Case(VendorFaults.Overloaded, "vendor-unavailable", FailureReason.Overloaded),
        Case(VendorFaults.BadGateway, "vendor-unavailable", FailureReason.Overloaded, charged: true),
        Case(VendorFaults.Refuse(504, "timeout_error"), "vendor-timeout", FailureReason.Timeout, charged: true),
        // Whoever is no vendor of that name may write its sentences.
        Case(VendorFaults.ForClaudeCodeOnly, "request-refused", null),
        Case(VendorFaults.OutOfCredit, "request-refused", null),
    ];

    private static TestCaseData Case(VendorDeed deed, string code, FailureReason? reason, bool charged = false) => new(deed, code, reason, charged);

    [TestCaseSource(nameof(Refusals))]
    public async Task Refusal_is_told_by_its_status_and_typed_fields(VendorDeed deed, string code, FailureReason? reason, bool charged)
    {
        var failure = await Fail(deed);

        Assert.That((failure.Code.Id, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((code, reason, charged)));
    }

    [Test]
    public async Task Text_that_speaks_of_money_decides_nothing()
    {
        var failure = await Fail(VendorFaults.Refuse(400, "invalid_request_error", "billing: credit balance too low, 402, insufficient_quota"));

        Assert.That((failure.Code, failure.Reason), Is.EqualTo((ErrorCode.RequestRefused, (FailureReason?)null)));
    }

    [Test]
    public async Task Message_that_a_moderator_flagged_is_not_the_fault_of_the_key()
    {
        var failure = await Fail(exchange => exchange.WholeAsync(403, """{"error":{"code":403,"message":"flagged","metadata":{"reasons":["violence"],"flagged_input":"…"}}}"""));

        Assert.That((failure.Code, failure.Reason), Is.EqualTo((ErrorCode.RequestRefused, (FailureReason?)null)));
    }

    [TestCase("retry-after", "90", 90)]
    [TestCase("retry-after", "Sun, 01 Mar 2026 12:02:00 GMT", 120)]
    [TestCase("retry-after", "0", null)]
    [TestCase("retry-after", "-5", null)]
    [TestCase("retry-after", "99999999999", null)]
    [TestCase("retry-after", "soon", null)]
    [TestCase("retry-after", "Mon, 01 Mar 2027 12:00:00 GMT", null)]
    public async Task Vendor_says_when_it_serves_again(string name, string value, int? seconds)
    {
        var failure = await Fail(VendorFaults.Limited((name, value)));

        Assert.That(failure.Reset, Is.EqualTo(seconds is { } wait ? Time.GetUtcNow().AddSeconds(wait) : (DateTimeOffset?)null));
    }

    [Test]
    public async Task Limit_of_which_nothing_remains_says_when_it_is_filled()
    {
        var failure = await Fail(VendorFaults.Limited(
            ("anthropic-ratelimit-requests-remaining", "12"), ("anthropic-ratelimit-requests-reset", "2026-03-01T15:00:00Z"),
            ("anthropic-ratelimit-tokens-remaining", "0"), ("anthropic-ratelimit-tokens-reset", "2026-03-01T12:05:00Z")));

        Assert.That(failure.Reset, Is.EqualTo(Time.GetUtcNow().AddMinutes(5)));
    }

    [Test]
    public async Task Wait_of_openai_is_read_in_its_own_spelling()
    {
        var failure = await Fail(VendorFaults.Limited(("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "6m0s")));

        Assert.That(failure.Reset, Is.EqualTo(Time.GetUtcNow().AddMinutes(6)));
    }

    [Test]
    public async Task Refusal_stands_when_its_body_breaks_off()
    {
        var failure = await Fail(async exchange =>
        {
            await exchange.HeadAsync(429, "application/json", 1_000, ("retry-after", "90"));
            exchange.Close();
        });

        Assert.That((failure.Code, failure.Reset), Is.EqualTo((ErrorCode.VendorLimited, (DateTimeOffset?)Time.GetUtcNow().AddSeconds(90))));
    }

    [Test]
    public async Task Refusal_stands_when_its_body_does_not_come()
    {
        var asked = Fail(async exchange =>
        {
            await exchange.HeadAsync(401, "application/json", 1_000);
            await exchange.HoldAsync();
        });
        await Time.SomebodyWaitsAsync(Socket.Limits.Refused);

        Time.Advance(Socket.Limits.Refused);

        Assert.That((await asked).Code, Is.EqualTo(ErrorCode.VendorRefused));
    }

    [Test]
    public async Task Nothing_that_the_vendor_wrote_is_in_the_failure()
    {
        var failure = await Fail(VendorFaults.Unauthorized);

        Assert.That(Canary.FoundIn(failure.ToString()), Is.Empty);
        Assert.That(failure.InnerException, Is.Null);
        Assert.That(failure.IsUnauthorized);
    }
}
