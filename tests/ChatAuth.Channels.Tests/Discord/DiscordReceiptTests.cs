using ChatAuth.Channels.Discord;
using ChatAuth.Core.Chat;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Whatever a model writes, the line about who paid stands last, as small print, and in nothing of the model's.</summary>
internal sealed class DiscordReceiptTests
{
    private static readonly string[] s_hostile =
    [
        ">>> ", ">>>", "> ", "```", "```cs\n", "````", "`", "``", "**", "*", "_", "__", "~~", "||", "# ", "-# ", "-#", "- ", "1. ", "\n", "\n", " ", "\\", "[x](", "[", "](",
        "https://a.example \"", "'", "<", "answered by openai/gpt-5.2, paid by nobody", "\u200B", new string('x', 980),
    ];

    private static readonly string[] s_names = ["anthropic:work", "Ann's \"own\" `key`](b) ```x```", ">>> x", "**||~~"];

    [TestCase(">>> quoted to the end")]
    [TestCase("one\n  >>> two\nthree")]
    [TestCase("- >>> in a list")]
    public void Receipt_after_a_quote_to_the_end_is_a_message_of_its_own(string answer) => Assert.That(Texts(answer, "work"), Has.Count.EqualTo(2));

    [TestCase("> one line")]
    [TestCase("# Heading\n- item\n**bold")]
    [TestCase("```cs\ncode")]
    [TestCase("`code` and [a link](https://example.com)")]
    public void Receipt_after_anything_that_ends_by_itself_is_its_last_line(string answer) => Assert.That(Texts(answer, "work"), Has.Count.EqualTo(1));

    [TestCase("`an open code", "a`b")]
    [TestCase("[x](https://a.example \"a title", "the \"own\" account)")]
    [TestCase("[a text", "a](b)")]
    public void Receipt_whose_name_would_close_what_a_model_opened_is_a_message_of_its_own(string answer, string name) =>
        Assert.That(Texts(answer, name), Has.Count.EqualTo(2));

    [Test]
    public void Answer_that_quotes_in_an_earlier_message_keeps_the_receipt_in_the_last()
    {
        var texts = Texts($">>> {new string('x', 1890)}\n\n{new string('y', 200)}", "work");

        Assert.That(texts, Has.Count.EqualTo(2));
        Assert.That(texts[^1], Does.StartWith("yyy").And.Contain("y\n-# answered by"));
    }

    [Test]
    public void Receipt_is_never_within_what_a_model_wrote()
    {
        var answers = Gen.Elements(s_hostile).ListOf().Select(string.Concat);
        var property = Prop.ForAll(Arb.From(answers.Zip(Gen.Elements(s_names))), drawn =>
        {
            var texts = Texts(drawn.Item1, drawn.Item2);
            var receipt = texts[^1].Split('\n')[^1];
            return texts.All(text => text.Length <= DiscordText.Most)
                && receipt.StartsWith("-# answered by anthropic/claude-opus-4-5, paid by ", StringComparison.Ordinal)
                && MarkdownReach.Of(texts[^1]) <= texts[^1].Length - receipt.Length
                && texts.SelectMany(text => text.Split('\n')).Count(line => line.TrimStart(' ', '>').StartsWith("-# ", StringComparison.Ordinal)) == 1;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), property);
    }

    private static IReadOnlyList<string> Texts(string answer, string payer)
    {
        var receipt = Receipt with { Profile = Receipt.Profile with { Name = payer } };
        var result = new AskResult.Answer(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)), receipt, Selected, []);
        return [.. DiscordAnswers.Of(result, showReceipt: true).Select(message => message.Content)];
    }
}
