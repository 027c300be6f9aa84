using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Where a message stands: a topic is a conversation of its own, a chain of replies is none.</summary>
internal sealed class TelegramPlaceTests
{
    [TestCase("private-text", "5000000042", null, true)]
    [TestCase("private-topic", "5000000042:77", 77L, true)]
    [TestCase("group-command", "-1001000000777", null, false)]
    [TestCase("group-reply-thread", "-1001000000777", null, false)]
    [TestCase("topic-command", "-1001000000888:12", 12L, false)]
    [TestCase("topic-general", "-1001000000888", null, false)]
    [TestCase("topic-general-numbered", "-1001000000888", null, false)]
    [TestCase("topic-general-reply", "-1001000000888", null, false)]
    public void Place_names_the_conversation_and_where_answers_go(string name, string conversation, long? topic, bool isPrivate)
    {
        var said = UpdateSample.Said(name);

        Assert.That(said.Context.Asker.Conversation.ToString(), Is.EqualTo($"telegram:7000000001:{conversation}"));
        Assert.That((said.Place.TopicId, said.Place.IsPrivate, said.Context.Asker.IsPrivate), Is.EqualTo((topic, isPrivate, isPrivate)));
    }

    [Test]
    public void Topic_belongs_to_its_chat()
    {
        var place = new TelegramPlace(-1001000000888, 12, false);

        Assert.That(place.KeyFor(UpdateSample.Bot).Parent, Is.EqualTo(TelegramPlace.KeyOf(UpdateSample.Bot, -1001000000888)));
    }
}
