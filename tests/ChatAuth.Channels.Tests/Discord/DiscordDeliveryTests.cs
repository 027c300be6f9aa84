using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordDeliveryTests
{
    private static readonly DiscordMessage s_secret = new("For you") { Flags = DiscordMessage.Ephemeral | DiscordMessage.SuppressEmbeds };

    [Test]
    public async Task Edit_leaves_who_sees_the_message_and_what_follows_it_says_that_itself()
    {
        var time = new FakeTime();
        var sender = new ScriptedDiscordSender(time);

        await new DiscordDelivery(sender, time).ReplaceAsync(PlaceAt(time), [s_secret, s_secret], CancellationToken.None);

        var (edit, further) = ((DiscordRequest.EditOriginal)sender.Sent.First().Request, (DiscordRequest.FollowUp)sender.Sent.Last().Request);
        Assert.That((edit.Message.Flags, further.Message.Flags), Is.EqualTo((DiscordMessage.SuppressEmbeds, s_secret.Flags)));
    }

    [Test]
    public async Task Edit_of_a_promise_outlasts_an_outage_of_discord()
    {
        var time = new FakeTime { PassesAtOnce = TimeSpan.FromMinutes(1) };
        var sender = new ScriptedDiscordSender(time).Answers(ScriptedDiscordSender.Unknown, new DiscordAnswer.Refused(503, 0), ScriptedDiscordSender.Flood(40));

        var isThere = await new DiscordDelivery(sender, time).ReplaceAsync(PlaceAt(time), [s_secret], CancellationToken.None);

        Assert.That(isThere, Is.True);
        Assert.That(sender.Sent.Select(sent => sent.Request).ToList(), Has.Count.EqualTo(4).And.All.InstanceOf<DiscordRequest.EditOriginal>());
        Assert.That(sender.Seconds, Is.EqualTo(new[] { 0, 15, 30, 70 }));
    }

    [Test]
    public async Task Outage_that_outlasts_the_token_hides_what_one_person_alone_may_see()
    {
        var time = new FakeTime { PassesAtOnce = TimeSpan.FromMinutes(1) };
        var sender = new ScriptedDiscordSender(time) { Otherwise = ScriptedDiscordSender.NotArrived };

        var isThere = await new DiscordDelivery(sender, time).ReplaceAsync(PlaceAt(time), [s_secret], CancellationToken.None);

        Assert.That(isThere, Is.False);
        Assert.That(sender.Sent.Select(sent => sent.Request), Is.All.InstanceOf<DiscordRequest.EditOriginal>());
    }

    [Test]
    public async Task Answer_after_a_quarter_of_an_hour_is_a_fresh_message()
    {
        var (sender, isThere) = await ReplaceLateAsync(new DiscordMessage("For all"));

        Assert.That(isThere, Is.True);
        Assert.That(sender.Sent.Single().Request, Is.EqualTo(new DiscordRequest.CreateMessage("3", new DiscordMessage("For all"))));
    }

    [Test]
    public async Task Answer_that_one_person_alone_may_see_is_not_said_after_a_quarter_of_an_hour()
    {
        var (sender, isThere) = await ReplaceLateAsync(s_secret);

        Assert.That(isThere, Is.False);
        Assert.That(sender.Sent, Is.Empty);
    }

    [Test]
    public async Task Token_that_discord_holds_for_spent_is_not_tried_again()
    {
        var time = new FakeTime();
        var sender = new ScriptedDiscordSender(time).Answers(new DiscordAnswer.Refused(401, 50027));

        await new DiscordDelivery(sender, time).ReplaceAsync(PlaceAt(time), [new DiscordMessage("For all")], CancellationToken.None);

        Assert.That(sender.Sent.Select(sent => sent.Request.GetType()), Is.EqualTo(new[] { typeof(DiscordRequest.EditOriginal), typeof(DiscordRequest.CreateMessage) }));
    }

    private static async Task<(ScriptedDiscordSender Sender, bool IsThere)> ReplaceLateAsync(DiscordMessage message)
    {
        var time = new FakeTime();
        var (sender, place) = (new ScriptedDiscordSender(time), PlaceAt(time));
        time.Advance(TimeSpan.FromMinutes(15));
        return (sender, await new DiscordDelivery(sender, time).ReplaceAsync(place, [message], CancellationToken.None));
    }

    private static DiscordPlace PlaceAt(FakeTime time) => new("1", "2", "FAKE", "3", time.GetUtcNow(), IsShared: true);
}
