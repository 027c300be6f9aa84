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

    private static DiscordPlace PlaceAt(FakeTime time) => new("1", "2", "FAKE", "3", time.GetUtcNow(), IsShared: true);
}
