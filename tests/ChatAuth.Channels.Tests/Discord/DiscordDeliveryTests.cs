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
        var place = new DiscordPlace("1", "2", "FAKE", "3", time.GetUtcNow(), IsShared: true);

        await new DiscordDelivery(sender, time).ReplaceAsync(place, [s_secret, s_secret], CancellationToken.None);

        var (edit, further) = ((DiscordRequest.EditOriginal)sender.Sent.First().Request, (DiscordRequest.FollowUp)sender.Sent.Last().Request);
        Assert.That((edit.Message.Flags, further.Message.Flags), Is.EqualTo((DiscordMessage.SuppressEmbeds, s_secret.Flags)));
    }
}
