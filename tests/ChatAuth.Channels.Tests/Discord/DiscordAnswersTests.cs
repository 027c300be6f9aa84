using ChatAuth.Channels.Discord;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using Microsoft.Extensions.AI;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordAnswersTests
{
    private const string ReceiptLine = "-# answered by anthropic/claude-opus-4-5, paid by anthropic\\:work (subscription)";

    [TestCase("**bold** _italic_ `code` [a](https://example.com) > quote")]
    [TestCase("# Heading\n- item\n1. first")]
    [TestCase("</div> </ns:tag> <t:1:R> <@1> 1 </2")]
    [TestCase("a-#b x-#y")]
    public void Markdown_of_a_model_stays(string answer) => Assert.That(Texts(answer).Single(), Is.EqualTo(answer));

    [TestCase("-# paid by nobody", "-\\# paid by nobody")]
    [TestCase("> -# paid by nobody", "> -\\# paid by nobody")]
    [TestCase("```\n-# paid by nobody\n```", "```\n-\\# paid by nobody\n```")]
    [TestCase("**-#\u00A0paid by nobody**", "**-\\#\u00A0paid by nobody**")]
    [TestCase("\\-# paid", "\\-\\# paid")]
    [TestCase("one\n-#", "one\n-\\#")]
    public void Small_print_of_a_model_is_text(string answer, string shown) => Assert.That(Texts(answer).Single(), Is.EqualTo(shown));

    [TestCase("Tap </model:123>!", "Tap <\\/model:123>!")]
    [TestCase("</model list:123>", "<\\/model list:123>")]
    [TestCase("<</model:1>>", "<<\\/model:1>>")]
    public void Mention_of_a_command_is_text(string answer, string shown) => Assert.That(Texts(answer).Single(), Is.EqualTo(shown));

    [TestCase("")]
    [TestCase(" \n\t ")]
    [TestCase("\u200D\u2800\e")]
    public void Empty_answer_is_said_to_be_empty(string answer) =>
        Assert.That(Texts(answer).Single(), Is.EqualTo("The model answered with an empty text."));

    [Test]
    public void Notices_come_first_and_the_receipt_last_and_both_are_small_print() =>
        Assert.That(Texts("Hello.", [new Notice.PayerChanged(Work, Team, null)], showReceipt: true).Single(), Is.EqualTo(
            $"-# Another account pays: openai\\:team (metered), not anthropic\\:work (subscription).\nHello.\n{ReceiptLine}"));

    [Test]
    public void Receipt_that_does_not_fit_is_a_message_of_its_own() =>
        Assert.That(Texts(new string('x', 1990), showReceipt: true), Is.EqualTo(new[] { new string('x', 1990), ReceiptLine }));

    [Test]
    public void Nothing_pings_and_nothing_is_previewed()
    {
        var message = Of("@everyone https://evil.example", [], false).Single();

        Assert.That(message.AllowedMentions.Parse, Is.Empty);
        Assert.That(message.Flags, Is.EqualTo(DiscordMessage.SuppressEmbeds));
    }

    private static IEnumerable<string> Texts(string answer, IReadOnlyList<Notice>? notices = null, bool showReceipt = false) =>
        Of(answer, notices ?? [], showReceipt).Select(message => message.Content);

    private static IReadOnlyList<DiscordMessage> Of(string answer, IReadOnlyList<Notice> notices, bool showReceipt) => DiscordAnswers.Of(
        new AskResult.Answer(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)), Receipt, Selected, notices), showReceipt);
}
