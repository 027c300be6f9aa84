using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;
using static ChatAuth.Channels.Tests.Discord.ScriptedDiscordSender;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is sent when, by what Discord says of its limits.</summary>
internal sealed class PacedDiscordSenderTests
{
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

    private Task<DiscordAnswer> Send(DiscordRequest request) => _paced.SendAsync(request, default);

    [Test]
    public void Used_up_limit_is_waited_for_before_the_next_request()
    {
        _inner.Answers(Done, Last(1.5), Done);

        for (var sent = 0; sent < 4; sent++) _ = Send(Message());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0, 1.5, 1.5 }));
    }

    [Test]
    public void Limit_of_one_channel_does_not_hold_another()
    {
        _inner.Answers(Last(30));

        _ = Send(Message("1"));
        _ = Send(Message("2"));

        Assert.That(_inner.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public void Limit_holds_every_route_that_shares_it()
    {
        _inner.Answers(Done with { Limit = new DiscordLimit("b1", false, TimeSpan.Zero, DiscordLimit.Extent.User) }, Last(5));

        _ = Send(Edit());
        _ = Send(FollowUp());
        _ = Send(Edit());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0, 5.0 }));
    }

    [Test]
    public void Limit_of_one_route_does_not_hold_another_with_its_own()
    {
        _inner.Answers(Last(5, "edits"));

        _ = Send(Edit());
        _ = Send(FollowUp());

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0.0, 0 }));
    }

    [Test]
    public void Requests_of_one_place_keep_their_order_across_a_flood()
    {
        _inner.Answers(Flood(2));

        _ = Send(new DiscordRequest.CreateMessage("1", new DiscordMessage("first")));
        _ = Send(new DiscordRequest.CreateMessage("1", new DiscordMessage("second")));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Sent.Select(sent => ((DiscordRequest.CreateMessage)sent.Request).Message.Content), Is.EqualTo(new[] { "first", "first", "second" }));
    }

    [Test]
    public void Flood_is_waited_for_three_times()
    {
        _inner.Answers(Flood(1), Flood(2), Flood(3), Flood(4));

        var answer = Send(Message());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 1, 3, 6.0 }));
        Assert.That(answer.Result, Is.EqualTo(Flood(4)));
    }

    [Test]
    public async Task Flood_above_a_minute_is_the_callers_matter()
    {
        _inner.Answers(Flood(61));

        var answer = await Send(Message());

        Assert.That(answer, Is.EqualTo(Flood(61)));
    }

    [Test]
    public async Task Wait_above_a_minute_is_refused_without_a_request()
    {
        _inner.Answers(Last(90));
        await Send(Message());

        var answer = await Send(Message());

        Assert.That(answer, Is.EqualTo(new DiscordAnswer.Refused(429, 0) { RetryAfter = TimeSpan.FromSeconds(90) }));
        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void Global_flood_holds_the_bot_but_no_answers_to_interactions()
    {
        _inner.Answers(Flood(10, DiscordLimit.Extent.Global));

        _ = Send(Message("1"));
        _ = Send(Message("2"));
        _ = Send(Respond());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 0, 10, 10.0 }));
        Assert.That(_inner.Sent[1].Request, Is.InstanceOf<DiscordRequest.Respond>());
    }

    [Test]
    public void Flood_of_the_network_holds_everything()
    {
        _inner.Answers(Flood(10, DiscordLimit.Extent.Address, bucket: null));

        _ = Send(Message("1"));
        _ = Send(Respond());
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 10, 10.0 }));
    }

    [Test]
    public void Bot_sends_50_in_any_second()
    {
        for (var channel = 0; channel < 120; channel++) _ = Send(Message($"{channel}"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(Enumerable.Range(0, 120).Select(at => (double)(at / 50))));
    }

    [Test]
    public void Answers_to_interactions_are_not_counted()
    {
        for (var at = 0; at < 200; at++) _ = Send(Respond($"{at}"));
        _ = Send(Message());

        Assert.That(_inner.Seconds, Is.All.Zero.And.Exactly(201).Items);
    }

    [Test]
    public async Task Caller_who_gives_up_sends_nothing_and_holds_nobody()
    {
        using var impatience = new CancellationTokenSource();
        _inner.Answers(Last(5));
        _ = Send(Message());
        var waiting = _paced.SendAsync(Message(), impatience.Token);
        _ = Send(Message());

        await impatience.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_inner.Seconds, Is.EqualTo(new[] { 0, 5.0 }));
    }
}
