using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>What is on record of a message, against what its vendor saw.</summary>
public sealed class AttemptTests
{
    private const string Work = "sk-ant-api03-FAKE-work";

    private VendorWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = new VendorWorld().Key("anthropic:work", Work);

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    public static IEnumerable<TestCaseData> Ends =>
    [
        new(null, AttemptOutcome.Answered),
        new(VendorFaults.Limited(), AttemptOutcome.Failed),
        new(VendorFaults.BadRequest, AttemptOutcome.Failed),
        new(VendorFaults.RedirectTo(new Uri("http://127.0.0.1:1")), AttemptOutcome.Failed),
        new(VendorFaults.BadGateway, AttemptOutcome.Unknown),
        new(VendorFaults.ResetBeforeHead, AttemptOutcome.Unknown),
        new(VendorFaults.BrokenStream, AttemptOutcome.Unknown),
        new(VendorFaults.OverloadedStream, AttemptOutcome.Unknown),
        new(VendorFaults.WrongContentType, AttemptOutcome.Unknown),
    ];

    [TestCaseSource(nameof(Ends))]
    public async Task Attempt_ends_as_the_vendor_answered(VendorDeed? deed, AttemptOutcome outcome)
    {
        var context = _world.World.Operator();
        _world.Vendor.Otherwise = deed;

        var result = await _world.World.Ask("hello", context);

        Assert.That((await AttemptsOf(context)).Select(attempt => attempt.Outcome), Is.EqualTo([outcome]));
        Assert.That(result is AskResult.Refused { Reply: CommandReply.Failed { MayHaveBeenCharged: true } }, Is.EqualTo(outcome is AttemptOutcome.Unknown), "the person is told");
        Assert.That(_world.Vendor.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Message_that_nobody_took_is_a_failed_attempt_and_may_be_sent_again()
    {
        var context = _world.World.Operator();
        await _world.Vendor.DisposeAsync();

        var first = await _world.World.Refusal("hello", context);
        var second = await _world.World.Refusal("hello", context);

        Assert.That((first.Code, second.Code), Is.EqualTo((ErrorCode.VendorUnavailable, ErrorCode.VendorUnavailable)));
        Assert.That((await AttemptsOf(context)).Select(attempt => attempt.Outcome), Is.EqualTo([AttemptOutcome.Failed, AttemptOutcome.Failed]));
    }

    [Test]
    public async Task Caller_who_leaves_before_the_answer_leaves_an_unknown_outcome()
    {
        var context = _world.World.Operator();
        _world.Vendor.Otherwise = VendorFaults.Silence;
        using var leaving = new CancellationTokenSource();
        var asked = _world.World.Chat.AskAsync(context, [new ChatMessage(ChatRole.User, "hello")], null, leaving.Token);
        await _world.Vendor.ArrivedAsync(1);

        await leaving.CancelAsync();

        Assert.That(async () => await asked, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await AttemptsOf(context)).Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task Process_that_ends_between_sending_and_the_answer_leaves_the_attempt_open()
    {
        var context = _world.World.Operator();
        _world.Vendor.Next(VendorFaults.Silence);
        var asked = _world.World.Ask("hello", context);
        await _world.Vendor.ArrivedAsync(1);

        // Nothing of the first process gets to run again before the second has looked.
        await using var later = _world.World.Again();
        var redelivered = await later.Refusal("hello", context);

        Assert.That(redelivered.Code, Is.EqualTo(ErrorCode.AttemptOpen));
        Assert.That((await AttemptsOf(context)).Single().Outcome, Is.EqualTo(AttemptOutcome.Open));
        Assert.That(_world.Vendor.Requests, Has.Count.EqualTo(1));
        await _world.Vendor.DisposeAsync();
        await asked;
    }

    [Test]
    public async Task Probe_is_on_record_as_it_ended()
    {
        var context = _world.World.Operator();
        _world.Vendor.Otherwise = VendorFaults.ResetBeforeHead;

        var tested = await _world.World.Type<CommandReply.Tested>("/model test", context);

        Assert.That(tested.Failure, Is.EqualTo(ErrorCode.VendorUnavailable));
        Assert.That((await AttemptsOf(context)).Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    private async Task<IReadOnlyList<Attempt>> AttemptsOf(CommandContext context) =>
        (await _world.World.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default)).Attempts;
}
