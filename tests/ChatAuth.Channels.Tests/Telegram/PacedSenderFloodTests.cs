using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What happens after a 429.</summary>
internal sealed class PacedSenderFloodTests
{
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

    private Task<TelegramAnswer> Send(long chat, string text = "hi") => _paced.SendAsync(new TelegramRequest.SendMessage(chat, text), default);

    [Test]
    public void Message_is_repeated_after_the_wait_while_other_chats_go_on()
    {
        _inner.Answers(ScriptedSender.Flood(10));

        var (flooded, other) = (Send(1), Send(2));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent.Select(sent => (sent.At.TotalSeconds, RequestTraits.ChatOf(sent.Request))), Is.EqualTo(new (double, long?)[] { (0, 1), (0, 2), (10, 1) }));
        Assert.That(new[] { flooded.Result, other.Result }, Is.All.EqualTo(ScriptedSender.Done));
    }

    [Test]
    public void Order_of_a_chat_survives_a_flood()
    {
        _inner.Answers(ScriptedSender.Flood(10));

        foreach (var text in new[] { "a", "b", "c" }) _ = Send(1, text);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent.Select(sent => ((TelegramRequest.SendMessage)sent.Request).Text), Is.EqualTo(new[] { "a", "a", "b", "c" }));
    }

    [Test]
    public void Flood_of_two_chats_at_once_holds_everything()
    {
        _inner.Answers(ScriptedSender.Flood(10), ScriptedSender.Flood(10));

        foreach (var chat in new[] { 1, 2, 3 }) _ = Send(chat);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 0, 10, 10, 10 }));
    }

    [Test]
    public void Flood_of_a_request_without_a_chat_holds_everything()
    {
        _inner.Answers(ScriptedSender.Flood(10));

        _ = _paced.SendAsync(new TelegramRequest.AnswerCallbackQuery("tap"), default);
        _ = _paced.SendAsync(new TelegramRequest.GetMe(), default);
        _ = Send(1);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 10, 10, 10 }));
    }

    [Test]
    public void Fetching_updates_is_refused_in_place_of_waiting()
    {
        _inner.Answers(ScriptedSender.Flood(10));
        _ = _paced.SendAsync(new TelegramRequest.GetMe(), default);

        var answer = _paced.SendAsync(new TelegramRequest.GetUpdates(1, 100, 25, ["message"]), default);

        Assert.That(((TelegramAnswer.Refused)answer.Result).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void Pace_is_kept_when_everything_goes_on()
    {
        _inner.Answers(ScriptedSender.Flood(10));
        _ = _paced.SendAsync(new TelegramRequest.AnswerCallbackQuery("tap"), default);

        for (var chat = 1; chat <= 60; chat++) _ = Send(chat);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent.Where(sent => sent.Request is TelegramRequest.SendMessage).Select(sent => sent.At.TotalSeconds), Is.EqualTo(Enumerable.Range(0, 60).Select(at => 10d + (at / 30))));
    }

    [Test]
    public void Message_is_repeated_three_times_at_most()
    {
        _inner.Answers([.. Enumerable.Repeat(ScriptedSender.Flood(5), 4)]);

        var answer = Send(1);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 5, 10, 15 }));
        Assert.That(answer.Result, Is.EqualTo(ScriptedSender.Flood(5)));
    }

    [Test]
    public async Task Wait_of_more_than_a_minute_is_handed_back()
    {
        _inner.Answers(ScriptedSender.Flood(61));

        Assert.That(await Send(1), Is.EqualTo(ScriptedSender.Flood(61)));
    }

    [Test]
    public async Task Wait_of_more_than_a_minute_is_remembered()
    {
        _inner.Answers(ScriptedSender.Flood(100));
        await Send(1);
        _time.Advance(TimeSpan.FromSeconds(30));

        var answer = await Send(1);

        Assert.That(answer, Is.EqualTo(new TelegramAnswer.Refused(429, "Too Many Requests: not sent") { RetryAfter = TimeSpan.FromSeconds(70) }));
        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Rest_of_a_long_wait_is_waited_for_once_it_is_short()
    {
        _inner.Answers(ScriptedSender.Flood(100));
        await Send(1);
        _time.Advance(TimeSpan.FromSeconds(50));

        _ = Send(1);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 100 }));
    }

    [Test]
    public async Task Typing_is_not_repeated_and_holds_its_chat()
    {
        _inner.Answers(ScriptedSender.Flood(10));

        await _paced.SendAsync(new TelegramRequest.SendChatAction(1, "typing"), default);
        _ = Send(1);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 10 }));
    }

    [Test]
    public void Refusal_for_another_reason_is_handed_back()
    {
        var refused = new TelegramAnswer.Refused(403, "Forbidden: bot was blocked by the user");
        _inner.Answers(refused);

        Assert.That(Send(1).Result, Is.EqualTo(refused));
    }
}
