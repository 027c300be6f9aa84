using System.Text.Json;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramBotTests
{
    [TestCase("""{"id":7000000001,"is_bot":true,"first_name":"S","username":"SampleModelBot","can_read_all_group_messages":true}""", true)]
    [TestCase("""{"id":7000000001,"is_bot":true,"first_name":"S","username":"SampleModelBot"}""", false)]
    public void Result_of_getMe_names_the_bot(string json, bool readsAll)
    {
        var isBot = TelegramBot.TryRead(JsonElement.Parse(json), out var bot);

        Assert.That((isBot, bot), Is.EqualTo((true, new TelegramBot(7000000001, "SampleModelBot", readsAll))));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("true")]
    [TestCase("""{"id":5,"is_bot":false,"username":"ann_sample"}""")]
    [TestCase("""{"id":5,"is_bot":true}""")]
    [TestCase("""{"id":5,"is_bot":true,"username":""}""")]
    [TestCase("""{"id":"5","is_bot":true,"username":"SampleModelBot"}""")]
    public void Anything_else_is_no_bot(string json)
    {
        var isBot = TelegramBot.TryRead(JsonElement.Parse(json), out var bot);

        Assert.That((isBot, bot), Is.EqualTo((false, (TelegramBot?)null)));
    }

    [Test]
    public void Missing_result_is_no_bot() => Assert.That(TelegramBot.TryRead(default, out _), Is.False);
}
