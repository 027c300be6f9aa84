using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;
using static ChatAuth.Channels.Tests.Discord.ScriptedDiscordSender;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is sent again when no answer came.</summary>
internal sealed class PacedDiscordSenderRepeatTests
{
    private static readonly DiscordAnswer Broken = new DiscordAnswer.Refused(502, 0);

    private FakeTime _time = null!;
    private ScriptedDiscordSender _inner = null!;
    private PacedDiscordSender _paced = null!;

    [SetUp]
    public void Start()
    {
        _time = new FakeTime();
        _inner = new ScriptedDiscordSender(_time);
        _paced = new PacedDiscordSender(_inner, _time, new CountingIds());
    }

    private static IEnumerable<DiscordRequest> Idempotent =>
    [
        Message(), Edit(), Respond(), new DiscordRequest.GetApplication(), new DiscordRequest.GetCommands(Application, null), new DiscordRequest.SetCommands(Application, "5", []),
    ];

    private Task<DiscordAnswer> Send(DiscordRequest request)
    {
        var answer = _paced.SendAsync(request, default);
        _time.Advance(TimeSpan.FromMinutes(5));
        return answer;
    }

    [Test]
    public async Task Request_that_cannot_have_arrived_is_sent_again_twice()
    {
        _inner.Answers(NotArrived, NotArrived, NotArrived);

        var answer = await Send(FollowUp());

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0.5, 2.5 }));
        Assert.That(answer, Is.EqualTo(NotArrived));
    }

    [TestCaseSource(nameof(Idempotent))]
    public async Task Request_that_may_arrive_twice_is_sent_again(DiscordRequest request)
    {
        _inner.Answers(Unknown, Broken);

        var answer = await Send(request);

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0.5, 2.5 }));
        Assert.That(answer, Is.EqualTo(Done));
    }

    [Test]
    public async Task Follow_up_of_unknown_fate_is_not_said_twice([Values] bool answered)
    {
        var open = answered ? Broken : Unknown;
        _inner.Answers(open);

        var answer = await Send(FollowUp());

        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
        Assert.That(answer, Is.EqualTo(open));
    }

    [Test]
    public async Task Message_is_sent_again_under_the_same_nonce()
    {
        _inner.Answers(Unknown);

        await Send(Message());
        await Send(Message());

        Assert.That(_inner.Sent.Select(sent => ((DiscordRequest.CreateMessage)sent.Request).Message.Nonce),
            Is.EqualTo(new[] { "0000000000000001", "0000000000000001", "0000000000000002" }));
    }

    [Test]
    public async Task Nonce_of_the_caller_is_kept()
    {
        await Send(new DiscordRequest.CreateMessage("1", Hi with { Nonce = "mine" }));

        Assert.That(((DiscordRequest.CreateMessage)_inner.Sent[0].Request).Message.Nonce, Is.EqualTo("mine"));
    }

    [Test]
    public async Task Message_in_doubt_does_not_outwait_its_nonce()
    {
        _inner.Answers(Unknown, Flood(30));

        var answer = await Send(Message());

        Assert.That(_inner.Sent, Has.Count.EqualTo(2));
        Assert.That(answer, Is.EqualTo(Unknown));
    }

    [Test]
    public async Task Doubt_is_not_hidden_by_a_later_failure_to_connect()
    {
        _inner.Answers(Unknown, NotArrived, NotArrived);

        Assert.That(await Send(Edit()), Is.EqualTo(Unknown));
    }

    [Test]
    public async Task Answer_that_was_acknowledged_already_by_the_first_try_is_done()
    {
        _inner.Answers(Unknown, new DiscordAnswer.Refused(400, 40060));

        Assert.That(await Send(Respond()), Is.InstanceOf<DiscordAnswer.Done>());
    }

    [Test]
    public async Task Answer_that_somebody_else_acknowledged_is_refused()
    {
        var acknowledged = new DiscordAnswer.Refused(400, 40060);
        _inner.Answers(acknowledged);

        Assert.That(await Send(Respond()), Is.EqualTo(acknowledged));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    public async Task Refusal_is_handed_back_at_once(int status)
    {
        _inner.Answers(new DiscordAnswer.Refused(status, 10003));

        var answer = await Send(Message());

        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
        Assert.That(answer, Is.EqualTo(new DiscordAnswer.Refused(status, 10003)));
    }
}
