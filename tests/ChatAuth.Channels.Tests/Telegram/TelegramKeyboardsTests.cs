using System.Text;
using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramKeyboardsTests
{
    [TestCaseSource(nameof(Replies))]
    public void Button_hands_back_its_token_within_64_bytes(CommandReply reply)
    {
        var buttons = Buttons(reply).ToList();

        Assert.That(buttons.Select(button => Encoding.UTF8.GetByteCount(button.CallbackData!)), Is.All.InRange(1, 64));
        Assert.That(buttons.Select(button => button.CallbackData), Is.EquivalentTo(reply.Actions.Select(action => action.Token).OfType<string>()));
    }

    [TestCaseSource(nameof(Replies))]
    public void Labels_of_a_reply_differ(CommandReply reply) => Assert.That(Buttons(reply).Select(button => button.Text), Is.Unique);

    [Test]
    public void Token_that_does_not_fit_is_no_button_and_its_command_is_told()
    {
        var reply = new CommandReply.Why(Pinned) { Actions = [new(ReplyActionKind.Status, "/model status") { Token = new string('x', 65) }] };

        Assert.That(TelegramKeyboards.Of(reply), Is.Null);
        Assert.That(TelegramMessages.Of(reply).Single().Text, Does.EndWith("Also: /model status"));
    }

    [Test]
    public void Choices_beyond_a_hundred_buttons_are_told()
    {
        var accounts = Enumerable.Range(1, 120).Select(number => ButtonedSamples.Account(Opus, $"anthropic:seat-{number}"));
        var reply = ButtonedSamples.Signed(new CommandReply.Failed(ErrorCode.PinExpired) { Actions = [.. accounts, new(ReplyActionKind.Why, "/model why")] });

        var part = TelegramMessages.Of(reply).Single();

        Assert.That(part.Keyboard!.InlineKeyboard.Sum(row => row.Count), Is.EqualTo(100));
        Assert.That(part.Keyboard.InlineKeyboard[^1].Single().Text, Is.EqualTo("Why"));
        Assert.That(part.Text, Does.Contain("seat-100 ").And.Contain("seat-120").And.Not.Contain("seat-99 "));
    }

    [Test]
    public void Private_accounts_of_one_name_are_told_apart_by_letter_and_none_is_marked()
    {
        var hidden = new ShownProfile("a private account", Work.Billing);
        var account = ButtonedSamples.Account(Opus, "anthropic:work") with { Shown = hidden, Typed = null };
        var candidates = Candidates.Take(2).Select(candidate => candidate with { Profile = hidden });
        var picker = ButtonedSamples.Signed(new CommandReply.AccountPicker(Opus, [.. candidates])
        {
            Session = Selected with { Pins = [WorkPin with { Profile = hidden }] },
            Actions = [account, account],
        });

        Assert.That(Buttons(picker).Select(button => button.Text), Is.EqualTo(new[]
        {
            "a. a private account · ready · subscription", "b. a private account · expiring · subscription",
        }));
    }

    [TestCase(90, "Use personal · subscription · for 90m")]
    [TestCase(120, "Use personal · subscription · for 2h")]
    [TestCase(2880, "Use personal · subscription · for 2d")]
    public void Selection_that_ends_says_so(int minutes, string label)
    {
        var action = ButtonedSamples.Account(Opus, "anthropic:personal") with { Span = TimeSpan.FromMinutes(minutes) };

        Assert.That(Buttons(ButtonedSamples.Signed(new CommandReply.Failed(ErrorCode.PinExpired) { Actions = [action] })).Single().Text, Is.EqualTo(label));
    }

    [Test]
    public void Models_of_one_name_are_told_apart_by_their_vendor()
    {
        ModelRef[] models = [ModelRef.Parse("ollama/qwen3"), ModelRef.Parse("openrouter/qwen3")];
        var reply = new CommandReply.Failed(ErrorCode.ModelAmbiguous) { Actions = [.. models.Select(model => new ReplyAction(ReplyActionKind.Select, $"/model {model}", model))] };

        Assert.That(Buttons(ButtonedSamples.Signed(reply)).Select(button => button.Text), Is.EqualTo(new[] { "ollama/qwen3", "openrouter/qwen3" }));
    }

    private static IEnumerable<TelegramButton> Buttons(CommandReply reply) => TelegramKeyboards.Of(reply)?.InlineKeyboard.SelectMany(row => row) ?? [];

    private static IEnumerable<TestCaseData> Replies() => ButtonedSamples.All.Select(sample => new TestCaseData(sample.Value).SetArgDisplayNames(sample.Key));
}
