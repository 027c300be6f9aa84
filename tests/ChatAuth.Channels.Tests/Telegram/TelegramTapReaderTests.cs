using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramTapReaderTests
{
    [Test]
    public void Tap_in_a_topic_is_a_persons_and_names_its_message()
    {
        var tapped = UpdateSample.Tapped("tap-in-topic");

        Assert.That(tapped.Context, Is.EqualTo(new CommandContext
        {
            Asker = new Asker(new Person("telegram", 5000000042), new SessionKey("telegram", "7000000001", "-1001000000888", "12"), IsPrivate: false),
            Cause = new ChangeCause("telegram:7000000001:t:4382bfdwdsb323b2d9"),
            Bot = new BotAddress("SampleModelBot", "bot"),
            HasButtons = true,
            ReportsDelivery = true,
        }));
        Assert.That((tapped.Token.Length, tapped.CallbackId, tapped.MessageId), Is.EqualTo((63, "4382bfdwdsb323b2d9", (long?)20)));
        Assert.That(tapped.Place, Is.EqualTo(new TelegramPlace(-1001000000888, 12, false)));
    }

    [Test]
    public void Tap_on_a_message_out_of_reach_knows_the_chat_alone()
    {
        var tapped = UpdateSample.Tapped("tap-inaccessible");

        Assert.That((tapped.MessageId, tapped.Place), Is.EqualTo(((long?)null, new TelegramPlace(-1001000000888, null, false))));
    }

    [Test]
    public void Tap_without_a_message_stands_in_the_persons_private_chat()
    {
        var tapped = UpdateSample.Tapped("tap-without-message");

        Assert.That((tapped.MessageId, tapped.Place), Is.EqualTo(((long?)null, new TelegramPlace(5000000042, null, true))));
    }

    [Test]
    public void Tap_on_a_game_is_nothing() => Assert.That(UpdateSample.Read("tap-game"), Is.TypeOf<TelegramEvent.Nothing>());

    [Test]
    public void Tap_of_a_bot_is_nothing()
    {
        var json = UpdateSample.Text("tap-private").Replace("\"is_bot\": false", "\"is_bot\": true", StringComparison.Ordinal);

        Assert.That(UpdateSample.ReadText(json), Is.TypeOf<TelegramEvent.Nothing>());
    }
}
