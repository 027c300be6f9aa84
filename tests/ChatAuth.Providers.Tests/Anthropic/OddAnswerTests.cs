using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>What a person and an operator learn of an answer that is none; the conversation stays as it was.</summary>
public sealed class OddAnswerTests
{
    private VendorWorld _world = null!;
    private LogLines _log = null!;

    [SetUp]
    public async Task SetUp()
    {
        _log = new LogLines();
        _world = new VendorWorld(_log.AddTo).Key("anthropic:work", "sk-ant-api03-FAKE-work");
        await _world.World.Type("/model opus@anthropic:work");
    }

    [TearDown]
    public async Task TearDown()
    {
        await _world.DisposeAsync();
        _log.Dispose();
    }

    private static readonly (string Name, VendorDeed Deed, ErrorCode Code, string Detail)[] s_odd =
    [
        ("redirect", VendorFaults.RedirectTo(new Uri("http://127.0.0.1:1")), ErrorCode.VendorAnswerUnusable, "RedirectedTo = http://127.0.0.1:1,"),
        ("page", VendorFaults.WrongContentType, ErrorCode.VendorAnswerUnusable, "MediaType = text/html"),
        ("endless stream", VendorFaults.EndlessStream, ErrorCode.VendorAnswerUnusable, "Stage = Answering"),
        ("endless pings", VendorFaults.EndlessPings, ErrorCode.VendorAnswerUnusable, "Stage = Answering"),
        ("malformed", VendorFaults.MalformedJson, ErrorCode.VendorAnswerUnusable, "JsonException"),
        ("endless head", VendorFaults.HugeHead, ErrorCode.VendorAnswerUnusable, "Causes = HttpRequestException ConfigurationLimitExceeded"),
        ("packed", VendorFaults.Packed, ErrorCode.VendorAnswerUnusable, "Encoding = gzip"),
        ("error in the stream", VendorFaults.OverloadedStream, ErrorCode.VendorUnavailable, "ErrorType = overloaded_error"),
        ("cut", VendorFaults.CutStream, ErrorCode.VendorAnswerUnusable, "RequestId = req_fake"),
        ("broken", VendorFaults.BrokenStream, ErrorCode.VendorUnavailable, "Stage = Answering"),
        ("nonsense", VendorFaults.NotHttp, ErrorCode.VendorAnswerUnusable, "Causes = HttpRequestException InvalidResponse"),
        ("limit", VendorFaults.Limited(), ErrorCode.VendorLimited, "Status = 429"),
    ];

    /// <summary>An error between the events of a stream is one there only; in place of a whole answer it is nothing that can be read.</summary>
    public static IEnumerable<TestCaseData> Odd =>
        from odd in s_odd
        from stream in new[] { true, false }
        where stream || odd.Deed != VendorFaults.OverloadedStream
        select new TestCaseData(odd.Deed, odd.Code, odd.Detail, stream).SetArgDisplayNames(odd.Name, stream ? "streamed" : "whole");

    [TestCaseSource(nameof(Odd))]
    public async Task Odd_answer_is_an_error_with_a_reference_under_which_the_log_has_the_detail(VendorDeed deed, ErrorCode code, string detail, bool stream)
    {
        _world.Vendor.Next(deed);

        var refusal = await _world.World.Refusal("hello", stream: stream);

        var line = _log.Written.Single(written => written.Contains("Reference", StringComparison.Ordinal));
        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Reference, Has.Length.EqualTo(8));
        Assert.That(line, Does.Contain($"Reference {refusal.Reference}: {code} for anthropic:work").And.Contain(detail));
        Assert.That(line, Does.Not.Contain("hello").And.Not.Contain("Partly").And.Not.Contain("FAKE-work"));
    }

    [TestCaseSource(nameof(Odd))]
    public async Task Odd_answer_leaves_the_conversation_as_it_was(VendorDeed deed, ErrorCode code, string detail, bool stream)
    {
        var before = await _world.World.Type<CommandReply.Status>("/model status");
        _world.Vendor.Next(deed);

        await _world.World.Refusal("hello", stream: stream);

        _world.World.Time.Advance(TimeSpan.FromMinutes(5));
        var after = await _world.World.Type<CommandReply.Status>("/model status");
        var answer = await _world.World.Answer("hello again");
        Assert.That((after.Session!.Version, string.Join(',', after.Session.Pins)), Is.EqualTo((before.Session!.Version, string.Join(',', before.Session.Pins))), $"{code} {detail}");
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Test_of_an_account_that_fails_has_a_reference_too()
    {
        _world.Vendor.Next(VendorFaults.NotFound);

        var tested = await _world.World.Type<CommandReply.Tested>("/model test");

        Assert.That(tested.Failure, Is.EqualTo(ErrorCode.VendorLacksModel));
        Assert.That(_log.Written, Has.One.Contains($"Reference {tested.Reference}: vendor-lacks-model for anthropic:work").And.Contain("Status = 404"));
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(30 * 365)]
    [TestCase(-30 * 365)]
    public async Task Clock_that_is_set_during_a_call_keeps_the_pin_and_disables_nobody_for_long(int days)
    {
        _world.Vendor.Next(async exchange =>
        {
            var jumped = TimeSpan.FromDays(days);
            var wall = _world.World.Time.GetUtcNow();
            _world.World.Time.Jump(jumped);
            await VendorFaults.Limited(("retry-after", wall.AddHours(1).ToString("R")))(exchange);
        });

        var refusal = await _world.World.Refusal("hello");

        var now = _world.World.Time.GetUtcNow();
        var status = await _world.World.Type<CommandReply.Status>("/model status");
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorLimited));
        Assert.That(refusal.Until, Is.Null.Or.LessThan(now.AddDays(32)));
        Assert.That(status.Resolution.Candidates.Single().Until, Is.Null.Or.LessThan(now.AddDays(8)));
        Assert.That(status.Session!.Pins.Single().Profile!.Name, Is.EqualTo("anthropic:work"));
    }
}
