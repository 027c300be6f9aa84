namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>A key reaches the tripwire from wherever it was put.</summary>
internal sealed class TelegramCarriedTests
{
    [TestCase("group-poll")]
    [TestCase("group-document")]
    [TestCase("group-contact")]
    [TestCase("group-title")]
    [TestCase("topic-opened")]
    [TestCase("edited-caption")]
    [TestCase("channel-post-edited")]
    public void Key_in_a_message_without_a_text_is_overheard(string name) =>
        Assert.That(UpdateSample.Overheard(name).Texts, Has.Some.Contains(UpdateSample.Key));

    [TestCase("group-quote")]
    [TestCase("private-document-caption")]
    public void Key_beside_a_text_is_carried(string name) => Assert.That(UpdateSample.Said(name).Carried, Has.Some.Contains(UpdateSample.Key));

    [Test]
    public void Key_in_a_hidden_address_and_in_the_language_of_code_is_carried() =>
        Assert.That(UpdateSample.Said("private-code").Carried, Is.EqualTo(new[] { UpdateSample.Key, $"https://example.com/?key={UpdateSample.Key}" }));

    [Test]
    public void Key_in_parts_of_a_rich_message_is_in_one_text() =>
        Assert.That(UpdateSample.Overheard("group-rich").Texts.Single().ReplaceLineEndings(""), Is.EqualTo(UpdateSample.Key));

    [Test]
    public void Number_of_a_file_is_no_word_of_anybody() =>
        Assert.That(UpdateSample.Overheard("group-document").Texts, Is.EqualTo(new[] { $"{UpdateSample.Key}.txt" }));

    [Test]
    public void Message_that_is_answered_is_not_carried() => Assert.That(UpdateSample.Said("group-reply-to-bot").Carried, Is.Empty);
}
