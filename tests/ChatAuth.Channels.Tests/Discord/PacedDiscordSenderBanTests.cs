using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;
using static ChatAuth.Channels.Tests.Discord.ScriptedDiscordSender;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is kept back so that the machine is not banned.</summary>
internal sealed class PacedDiscordSenderBanTests
{
    private static readonly DiscordAnswer Forbidden = new DiscordAnswer.Refused(403, 50013);

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

    private async Task Spend(int count, DiscordAnswer answer)
    {
        _inner.Otherwise = answer;
        for (var sent = 0; sent < count; sent++) await Send(Edit($"{sent}"));
        _inner.Otherwise = Done;
        _inner.Sent.Clear();
    }

    [Test]
    public async Task Token_that_was_refused_is_sent_no_more()
    {
        _inner.Answers(new DiscordAnswer.Refused(401, 0));
        await Send(new DiscordRequest.GetApplication());

        var answer = await Send(Message());

        Assert.That(answer, Is.EqualTo(new DiscordAnswer.Refused(401, 0)));
        Assert.That(_inner.Sent, Has.Count.EqualTo(1));
        Assert.That(_paced.IsTokenRefused, Is.True);
    }

    [Test]
    public async Task Refused_token_leaves_the_answers_to_interactions()
    {
        _inner.Answers(new DiscordAnswer.Refused(401, 0));
        await Send(Message());

        Assert.That(await Send(FollowUp()), Is.EqualTo(Done));
    }

    [Test]
    public async Task Interaction_that_has_ended_says_nothing_of_the_bots_token()
    {
        _inner.Answers(new DiscordAnswer.Refused(401, 50027));
        await Send(Edit());

        Assert.That(await Send(Message()), Is.EqualTo(Done));
        Assert.That(_paced.IsTokenRefused, Is.False);
    }

    [Test]
    public async Task From_8000_invalid_requests_on_only_interactions_are_answered()
    {
        await Spend(8_000, Forbidden);

        Assert.That(await Send(Message()), Is.EqualTo(new DiscordAnswer.Refused(429, 0) { RetryAfter = TimeSpan.FromSeconds(610) }));
        Assert.That(await Send(Respond()), Is.EqualTo(Done));
    }

    [Test]
    public async Task Below_8000_invalid_requests_everything_is_sent()
    {
        await Spend(7_999, Forbidden);

        Assert.That(await Send(Message()), Is.EqualTo(Done));
    }

    [Test]
    public async Task Shortly_before_the_ban_nothing_is_sent()
    {
        await Spend(9_800, Forbidden);

        Assert.That(await Send(Respond()), Is.InstanceOf<DiscordAnswer.Refused>());
        Assert.That(_inner.Sent, Is.Empty);
    }

    [Test]
    public async Task Refusals_for_what_others_did_are_not_counted()
    {
        await Spend(8_000, Flood(61, DiscordLimit.Extent.Shared));

        Assert.That(await Send(Message()), Is.EqualTo(Done));
    }

    [Test]
    public async Task Refusals_for_what_is_not_there_are_not_counted()
    {
        await Spend(8_000, new DiscordAnswer.Refused(404, 10008));

        Assert.That(await Send(Message()), Is.EqualTo(Done));
    }

    [Test]
    public async Task Invalid_requests_are_forgotten_after_ten_minutes()
    {
        await Spend(8_000, Forbidden);

        _time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(10));

        Assert.That(await Send(Message()), Is.EqualTo(Done));
    }
}
