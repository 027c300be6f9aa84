using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What is sent when, as long as Telegram has no complaint.</summary>
internal sealed class PacedSenderTests
{
    private const long Group = -100_1;

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

    private Task Send(long chat, string text = "hi") => _paced.SendAsync(new TelegramRequest.SendMessage(chat, text), default);

    [Test]
    public void Chat_gets_a_small_burst_and_then_a_message_a_second_on_average()
    {
        for (var sent = 0; sent < 7; sent++) _ = Send(1);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 0, 0, 3, 3, 3, 6 }));
    }

    [Test]
    public void Group_gets_at_most_20_in_any_minute()
    {
        for (var sent = 0; sent < 25; sent++) _ = Send(Group);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(_inner.Seconds.Skip(18), Is.EqualTo(new double[] { 18, 18, 60, 60, 60, 63, 63 }));
    }

    [Test]
    public void All_chats_together_get_30_in_any_second()
    {
        for (var chat = 1; chat <= 70; chat++) _ = Send(chat);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(Enumerable.Range(0, 70).Select(at => (double)(at / 30))));
    }

    [Test]
    public void Edits_count_like_messages()
    {
        for (var sent = 0; sent < 4; sent++) _ = _paced.SendAsync(new TelegramRequest.EditMessageText(1, 7, "hi"), default);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new double[] { 0, 0, 0, 3 }));
    }

    [Test]
    public void What_writes_to_no_chat_neither_waits_nor_counts()
    {
        for (var sent = 0; sent < 100; sent++)
        {
            _ = _paced.SendAsync(new TelegramRequest.AnswerCallbackQuery("tap"), default);
            _ = _paced.SendAsync(new TelegramRequest.DeleteMessage(1, 7), default);
        }
        _ = Send(1);

        Assert.That(_inner.Sent, Has.Count.EqualTo(201));
    }

    [Test]
    public void Typing_is_sent_where_the_chat_is_free()
    {
        _ = _paced.SendAsync(new TelegramRequest.SendChatAction(1, "typing"), default);

        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Typing_is_dropped_where_the_chat_has_to_wait()
    {
        for (var sent = 0; sent < 3; sent++) await Send(1);

        var answer = await _paced.SendAsync(new TelegramRequest.SendChatAction(1, "typing"), default);

        Assert.That(answer, Is.EqualTo(new TelegramAnswer.Refused(429, "Too Many Requests: not sent") { RetryAfter = TimeSpan.FromSeconds(3) }));
        Assert.That(_inner.Sent, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task One_who_gives_up_waiting_is_not_sent_and_lets_the_others_on()
    {
        for (var sent = 0; sent < 3; sent++) await Send(1);
        using var impatience = new CancellationTokenSource();
        var given = _paced.SendAsync(new TelegramRequest.SendMessage(1, "given up"), impatience.Token);
        _ = Send(1, "last");

        await impatience.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => given);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(_inner.Sent[^1].Request, Is.EqualTo(new TelegramRequest.SendMessage(1, "last")));
    }

    [Test]
    public void Without_limits_everything_goes_at_once()
    {
        var unpaced = new PacedSender(_inner, _time, limits: null);

        for (var sent = 0; sent < 100; sent++) _ = unpaced.SendAsync(new TelegramRequest.SendMessage(Group, "hi"), default);

        Assert.That(_inner.Sent, Has.Count.EqualTo(100));
    }
}
