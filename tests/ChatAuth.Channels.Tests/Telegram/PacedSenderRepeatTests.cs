using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What is sent again when no answer came.</summary>
internal sealed class PacedSenderRepeatTests
{
    private static readonly TelegramAnswer NotArrived = new TelegramAnswer.Unreachable(false);
    private static readonly TelegramAnswer Unknown = new TelegramAnswer.Unreachable(true);

    private FakeTime _time = null!;
    private ScriptedSender _inner = null!;
    private PacedSender _paced = null!;

    [SetUp]
    public void Start()
    {
        _time = new FakeTime();
        _inner = new ScriptedSender(_time);
        _paced = new PacedSender(_inner, _time, PaceLimits.Telegram);
    }

    private static IEnumerable<TelegramRequest> Idempotent =>
    [
        new TelegramRequest.GetMe(), new TelegramRequest.SetMyCommands([], new("default")), new TelegramRequest.EditMessageText(1, 7, "hi"),
        new TelegramRequest.AnswerCallbackQuery("tap"), new TelegramRequest.DeleteMessage(1, 7),
    ];

    private static IEnumerable<TelegramRequest> Once =>
        [new TelegramRequest.SendMessage(1, "hi"), new TelegramRequest.SendChatAction(1, "typing"), new TelegramRequest.GetUpdates(null, 100, 50, [])];

    [Test]
    public void Request_that_cannot_have_arrived_is_sent_again_twice()
    {
        _inner.Answers(NotArrived, NotArrived, NotArrived);

        var answer = _paced.SendAsync(new TelegramRequest.SendMessage(1, "hi"), default);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0.5, 2.5 }));
        Assert.That(answer.Result, Is.EqualTo(NotArrived));
    }

    [Test]
    public void Fetching_updates_is_not_repeated()
    {
        _inner.Answers(NotArrived);

        var answer = _paced.SendAsync(new TelegramRequest.GetUpdates(1, 100, 25, []), default);

        Assert.That(answer.Result, Is.EqualTo(NotArrived));
        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(Idempotent))]
    public void Request_that_may_arrive_twice_is_sent_again(TelegramRequest request)
    {
        _inner.Answers(Unknown, new TelegramAnswer.Refused(502, "Bad Gateway"));

        var answer = _paced.SendAsync(request, default);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0.5, 2.5 }));
        Assert.That(answer.Result, Is.EqualTo(ScriptedSender.Done));
    }

    [TestCaseSource(nameof(Once))]
    public void Request_that_may_have_arrived_is_not_said_twice(TelegramRequest request)
    {
        _inner.Answers(Unknown);

        var answer = _paced.SendAsync(request, default);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
        Assert.That(answer.Result, Is.EqualTo(Unknown));
    }

    [Test]
    public void Later_message_waits_for_the_repetition()
    {
        _inner.Answers(NotArrived);

        _ = _paced.SendAsync(new TelegramRequest.SendMessage(1, "a"), default);
        _ = _paced.SendAsync(new TelegramRequest.SendMessage(1, "b"), default);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent.Select(sent => ((TelegramRequest.SendMessage)sent.Request).Text), Is.EqualTo(new[] { "a", "a", "b" }));
    }
}
