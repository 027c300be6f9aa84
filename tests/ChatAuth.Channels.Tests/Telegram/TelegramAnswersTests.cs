using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Commands;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramAnswersTests
{
    [TestCase("/opus", "`/opus`")]
    [TestCase("Type /model opus now.", "Type `/model` opus now.")]
    [TestCase("(/opus@work), \"/gpt\"!", "(`/opus@work`), \"`/gpt`\"!")]
    [TestCase("one\n/opus\ntwo", "one\n`/opus`\ntwo")]
    [TestCase("😀/opus", "😀`/opus`")]
    [TestCase("/\u0333opus", "`/\u0333opus`")]
    [TestCase("see /etc/passwd", "see `/etc/passwd`")]
    [TestCase("\u202E/opus", "`/opus`")]
    public void Slash_word_is_code(string answer, string drawn) =>
        Assert.That(Drawn.Of(TelegramAnswers.Split(answer)), Is.EqualTo(drawn));

    [TestCase("and/or, 1/2")]
    [TestCase("https://example.com/opus")]
    [TestCase("<b>bold</b>")]
    [TestCase("a / b //")]
    [TestCase("*bold* _italic_ [a](b)")]
    public void Other_text_is_sent_as_it_is(string answer)
    {
        var part = TelegramAnswers.Split(answer).Single();

        Assert.That(part, Is.EqualTo(new TelegramPart(answer, null, null)));
    }

    [TestCase("")]
    [TestCase(" \n\t ")]
    [TestCase("\u200D\u2800\e")]
    public void Empty_answer_is_said_to_be_empty(string answer) =>
        Assert.That(TelegramAnswers.Split(answer).Single().Text, Is.EqualTo("The model answered with an empty text."));

    [Test]
    public void Notices_come_first_and_the_receipt_last_and_neither_looks_like_the_models_text()
    {
        var parts = TelegramAnswers.Of([new Notice.PayerChanged(Work, Team, null)], "Hello.\n\n(answered by nobody, paid by nobody)", Receipt);

        Assert.That(Drawn.Of(parts), Is.EqualTo(
            """
            _Another account pays: openai:team (metered), not anthropic:work (subscription)._

            Hello.

            (answered by nobody, paid by nobody)

            _(answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription))_
            """));
    }

    [Test]
    public void Command_in_a_notice_is_code_among_italics()
    {
        var parts = TelegramAnswers.Of([new Notice.ContextRestarted(Selected, Ended: false)], "Hello.", null);

        Assert.That(Drawn.Of(parts), Does.Contain(" To drop the pin: _`/model`_ unpin_\n\nHello."));
    }

    [Test]
    public void Long_answer_is_parted_and_each_part_has_its_own_offsets()
    {
        var answer = new string('a', 4000) + "\n\n" + new string('b', 4000) + " /opus";

        var parts = TelegramAnswers.Split(answer);

        Assert.That(parts.Select(part => part.Text.Length), Is.EqualTo(new[] { 4000, 4006 }));
        Assert.That(parts[1].Entities, Is.EqualTo(new[] { new TelegramEntity("code", 4001, 5) }));
    }

    [Test]
    public void More_slash_words_than_a_message_can_mark_make_the_whole_message_code()
    {
        var part = TelegramAnswers.Split(string.Concat(Enumerable.Repeat("/opus ", 101))).Single();

        Assert.That(part.Entities, Is.EqualTo(new[] { new TelegramEntity("code", 0, part.Text.Length) }));
    }

    [Test]
    public void Slash_that_the_parting_puts_at_the_start_is_code()
    {
        var parts = TelegramAnswers.Split(new string('a', 4096) + "/opus");

        Assert.That(parts[1].Entities, Is.EqualTo(new[] { new TelegramEntity("code", 0, 5) }));
    }
}
