using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>A conversation and the vendor at its other end: who was shown which credential, and what a failure does.</summary>
public sealed class PinnedCallTests
{
    private const string Work = "sk-ant-api03-FAKE-work";
    private const string Spare = "sk-ant-api03-FAKE-spare";

    private VendorWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = new VendorWorld().Key("anthropic:work", Work);

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private static readonly (VendorDeed Deed, string Code, CandidateState State)[] s_failures =
    [
        (VendorFaults.Limited(), "vendor-limited", CandidateState.Cooling),
        (VendorFaults.Unauthorized, "vendor-refused", CandidateState.Cooling),
        (VendorFaults.Unpaid, "vendor-unpaid", CandidateState.Disabled),
        (VendorFaults.Broken, "vendor-unavailable", CandidateState.Cooling),
        (VendorFaults.Overloaded, "vendor-unavailable", CandidateState.Cooling),
        (VendorFaults.OverloadedStream, "vendor-unavailable", CandidateState.Cooling),
        (VendorFaults.BadRequest, "request-refused", CandidateState.Ready),
        (VendorFaults.NotFound, "vendor-lacks-model", CandidateState.Ready),
        (VendorFaults.TooLarge, "request-refused", CandidateState.Ready),
        (VendorFaults.BrokenStream, "vendor-unavailable", CandidateState.Ready),
        (VendorFaults.ResetBeforeHead, "vendor-unavailable", CandidateState.Ready),
        (VendorFaults.ResetAfterHead, "vendor-unavailable", CandidateState.Ready),
        (VendorFaults.CutStream, "vendor-answer-unusable", CandidateState.Ready),
        (VendorFaults.MalformedJson, "vendor-answer-unusable", CandidateState.Ready),
        (VendorFaults.WrongContentType, "vendor-answer-unusable", CandidateState.Ready),
        (VendorFaults.EndlessStream, "vendor-answer-unusable", CandidateState.Ready),
        (VendorFaults.RedirectTo(new Uri("http://127.0.0.1:1")), "vendor-answer-unusable", CandidateState.Ready),
    ];

    /// <summary>An error between the events of a stream is one there only; in place of a whole answer it is nothing that can be read.</summary>
    public static IEnumerable<TestCaseData> Failures =>
        from failure in s_failures
        from stream in new[] { true, false }
        where stream || failure.Deed != VendorFaults.OverloadedStream
        select new TestCaseData(failure.Deed, failure.Code, failure.State, stream);

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_has_its_code_and_its_effect_on_health_and_is_asked_once(VendorDeed deed, string code, CandidateState state, bool stream)
    {
        _world.Vendor.Otherwise = deed;

        var refusal = await _world.World.Refusal("hello", stream: stream);

        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That(refusal.Code.Id, Is.EqualTo(code));
        Assert.That(status.Resolution.Candidates.Single().State, Is.EqualTo(state));
        Assert.That(_world.Vendor.Requests, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Pinned_conversation_never_shows_another_credential(VendorDeed deed, string code, CandidateState state, bool stream)
    {
        _world.Key("anthropic:spare", Spare).World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        await _world.World.Type("/model @work");
        _world.Vendor.Otherwise = deed;

        for (var message = 0; message < 3; message++) await _world.World.Refusal($"hello {message}", stream: stream);

        Assert.That(_world.Vendor.Requests.Select(request => request.Credential), Is.All.EqualTo(Work), $"{code} {state}");
    }

    [Test]
    public async Task Automatic_choice_moves_within_the_order_and_says_so()
    {
        _world.Key("anthropic:spare", Spare).World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        _world.Vendor.On(Work, VendorFaults.Limited());

        var answer = await _world.World.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:spare"));
        Assert.That(answer.Notices.OfType<Notice.PayerChanged>().Single().Reason, Is.EqualTo(ErrorCode.VendorLimited));
        Assert.That((_world.Vendor.Shown(Work), _world.Vendor.Shown(Spare)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Automatic_choice_stays_where_the_message_may_have_been_charged()
    {
        _world.Key("anthropic:spare", Spare).World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        _world.Vendor.On(Work, VendorFaults.ResetBeforeHead);

        await _world.World.Refusal("hello");

        Assert.That(_world.Vendor.Shown(Spare), Is.Zero);
    }

    [Test]
    public async Task Silence_of_the_vendor_ends_the_message_and_rests_the_profile()
    {
        _world.Vendor.Otherwise = VendorFaults.Silence;
        var asked = _world.World.Refusal("hello");
        await _world.Vendor.ArrivedAsync(1);

        _world.World.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await asked).Code, Is.EqualTo(ErrorCode.VendorTimeout));
        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That(status.Resolution.Candidates.Single().State, Is.EqualTo(CandidateState.Cooling));
    }

    [Test]
    public async Task Time_that_the_vendor_names_is_kept()
    {
        _world.Vendor.Otherwise = VendorFaults.LimitedFor(TimeSpan.FromHours(3));
        var reset = _world.World.Time.GetUtcNow().AddHours(3);

        await _world.World.Refusal("hello");

        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That(status.Resolution.Candidates.Single().Until, Is.EqualTo(reset));
    }

    [Test]
    public async Task Credential_for_claude_code_only_is_answered_with_the_advice_to_use_a_key()
    {
        await using var anthropic = new VendorWorld(isOwn: true).Key("anthropic:work", Work);
        anthropic.Vendor.Otherwise = VendorFaults.ForClaudeCodeOnly;

        var refusal = await anthropic.World.Refusal("hello");

        var status = await anthropic.World.Type<CommandReply.Status>("/model status");
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.CredentialForClaudeCodeOnly));
        Assert.That(refusal.Code.Remedy, Does.Contain("API key"));
        Assert.That(status.Resolution.Candidates.Single().State, Is.EqualTo(CandidateState.Ready));
    }

    [TestCase(401)]
    [TestCase(403)]
    public async Task Credential_for_claude_code_only_rests_when_the_status_speaks_of_it_too(int status)
    {
        await using var anthropic = new VendorWorld(isOwn: true).Key("anthropic:work", Work);
        anthropic.Vendor.Otherwise = exchange => exchange.WholeAsync(
            status, """{"error":{"type":"permission_error","message":"This credential is only authorized for use with Claude Code."}}""");

        var refusal = await anthropic.World.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.CredentialForClaudeCodeOnly));
        Assert.That(refusal.Resting, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Sentence_about_claude_code_that_a_message_had_repeated_breaks_no_pin()
    {
        await using var anthropic = new VendorWorld(isOwn: true).Key("anthropic:work", Work).Key("anthropic:spare", Spare);
        await anthropic.World.Type("/model opus@work");
        anthropic.Vendor.Otherwise = exchange => exchange.WholeAsync(
            400, """{"error":{"type":"invalid_request_error","message":"messages.0: unexpected text: 'only authorized for use with Claude Code'"}}""");

        await anthropic.World.Refusal("only authorized for use with Claude Code");

        var status = await anthropic.World.Type<CommandReply.Status>("/model status");
        Assert.That(status.Session!.Pins.Single().State, Is.EqualTo(PinStateName.UserPinned));
        Assert.That(status.Resolution.Candidates.Select(candidate => candidate.Rest), Is.All.Null);
    }

    [Test]
    public async Task Sentence_about_credit_is_told_and_moves_nobody_to_another_account()
    {
        await using var anthropic = new VendorWorld(isOwn: true).Key("anthropic:work", Work).Key("anthropic:spare", Spare);
        anthropic.World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        anthropic.Vendor.On(Work, VendorFaults.OutOfCredit);

        var refusal = await anthropic.World.Refusal("hello");

        var status = await anthropic.World.Type<CommandReply.Status>("/model status");
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorUnpaid));
        Assert.That(status.Resolution.Candidates.Select(candidate => candidate.State), Is.All.EqualTo(CandidateState.Ready));
        Assert.That(anthropic.Vendor.Shown(Spare), Is.Zero);
    }

    [Test]
    public async Task Compatible_endpoint_that_asks_for_money_disables_the_profile_that_it_was_shown_and_no_other()
    {
        _world.Key("anthropic:spare", Spare).World.Credentials.Order("anthropic", "anthropic:work", "anthropic:spare");
        await _world.World.Type("/model @work");
        _world.Vendor.Otherwise = VendorFaults.Unpaid;

        await _world.World.Refusal("hello");

        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That(status.Resolution.Candidates.Select(candidate => (candidate.Profile.Name, candidate.State)), Is.EquivalentTo([
            ("anthropic:work", CandidateState.Disabled), ("anthropic:spare", CandidateState.Ready),
        ]));
    }

    [Test]
    public async Task Profile_stored_for_another_origin_is_sent_nowhere()
    {
        _world.World.Credentials.Key("anthropic:work", Work);

        await _world.World.Refusal("hello");

        Assert.That(_world.Vendor.Connections, Is.Zero);
    }
}
