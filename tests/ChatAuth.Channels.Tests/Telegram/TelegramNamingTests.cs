using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>How the bot is called by its name, and what is left of the text.</summary>
internal sealed class TelegramNamingTests
{
    [TestCase("group-mention", "Hey what is the tallest tree?")]
    [TestCase("group-mention-by-id", "🌲 what is this?")]
    [TestCase("group-caption-mention", "what is this?")]
    [TestCase("group-mention-before-command", "/model status")]
    public void Mention_is_cut_out(string name, string text)
    {
        var said = UpdateSample.Said(name);

        Assert.That((said.Text, said.IsAddressed), Is.EqualTo((text, true)));
    }

    [TestCase("group-command-ours", "/model@samplemodelBOT status")]
    [TestCase("group-mention-in-prompt", "/opus greet @SampleModelBot")]
    public void Command_stays_as_typed(string name, string text)
    {
        var said = UpdateSample.Said(name);

        Assert.That((said.Text, said.IsAddressed), Is.EqualTo((text, true)));
    }

    [Test]
    public void Mention_alone_asks_nothing() => Assert.That(UpdateSample.Read("group-mention-alone"), Is.TypeOf<TelegramEvent.Overheard>());

    [Test]
    public void Command_that_is_ours_further_on_does_not_make_the_first_one_ours()
    {
        var naming = Read("/start or /model@SampleModelBot", new() { Type = "bot_command", Length = 6 }, new() { Type = "bot_command", Offset = 10, Length = 21 });

        Assert.That((naming.IsOurs, naming.IsOurCommand), Is.EqualTo((true, false)));
    }

    [TestCase(-1, 15)]
    [TestCase(0, -1)]
    [TestCase(0, 16)]
    [TestCase(15, 1)]
    [TestCase(long.MaxValue, long.MaxValue)]
    [TestCase(long.MinValue, long.MinValue)]
    public void Span_outside_of_the_text_is_no_mention(long offset, long length)
    {
        var naming = Read("@SampleModelBot", new TelegramUpdate.Entity { Type = "mention", Offset = offset, Length = length });

        Assert.That(naming, Is.EqualTo(new TelegramNaming("@SampleModelBot", false, false)));
    }

    [Test]
    public void Overlapping_mentions_are_cut_once()
    {
        var mention = new TelegramUpdate.Entity { Type = "mention", Offset = 3, Length = 15 };

        Assert.That(Read("Hi @SampleModelBot you", mention, mention).Text, Is.EqualTo("Hi you"));
    }

    private static TelegramNaming Read(string text, params TelegramUpdate.Entity[] entities) => TelegramNaming.Read(text, entities, UpdateSample.Bot);
}
