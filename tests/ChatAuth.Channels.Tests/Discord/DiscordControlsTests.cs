using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordControlsTests
{
    [TestCaseSource(nameof(Replies))]
    public void Every_token_is_handed_back_by_one_button_or_entry(CommandReply reply)
    {
        var parts = DiscordMessages.Of(reply, true)[^1].Components.SelectMany(row => row.Components).ToList();
        var handed = parts.Where(part => part.Type == 2).Select(part => part.CustomId).Concat(parts.SelectMany(part => part.Options ?? []).Select(option => option.Value));

        Assert.That(handed, Is.EquivalentTo(reply.Actions.Select(action => action.Token).OfType<string>()));
    }

    [TestCaseSource(nameof(Replies))]
    public void Labels_of_a_reply_differ(CommandReply reply)
    {
        var parts = DiscordMessages.Of(reply, true)[^1].Components.SelectMany(row => row.Components).ToList();

        Assert.That(parts.SelectMany(part => part.Options ?? []).Select(option => option.Label), Is.Unique);
        Assert.That(parts.Where(part => part.Type == 2).Select(part => part.Label), Is.Unique);
    }

    [Test]
    public void Entry_says_that_it_holds_and_for_how_long_it_would()
    {
        var picker = (CommandReply.AccountPicker)ButtonedSamples.All["account-picker"];
        var timed = picker with { Actions = [.. picker.Actions.Select(action => action with { Span = TimeSpan.FromHours(2) })] };

        var labels = DiscordMessages.Of(timed, true)[^1].Components[0].Components.Single().Options!.Select(option => option.Label);

        Assert.That(labels, Is.EqualTo(new[] { "a. work ✓ · for 2h", "b. personal · for 2h" }));
    }

    [Test]
    public void Menu_is_known_by_no_token() =>
        Assert.That(DiscordMessages.Of(ButtonedSamples.All["picker"], true)[^1].Components[0].Components.Single().CustomId, Is.EqualTo("menu:0"));

    [Test]
    public void Token_that_does_not_fit_is_no_button_and_its_command_is_told()
    {
        var reply = new CommandReply.Why(Pinned) { Actions = [new(ReplyActionKind.Status, "/model status") { Token = new string('x', 101) }] };

        var message = DiscordMessages.Of(reply, true).Single();

        Assert.That(message.Components, Is.Empty);
        Assert.That(message.Content, Does.EndWith("Also: `/model status`"));
    }

    [Test]
    public void Choices_beyond_five_rows_are_told()
    {
        var accounts = Enumerable.Range(1, 30).Select(number => ButtonedSamples.Account(Opus, $"anthropic:seat-{number}"));
        var reply = ButtonedSamples.Signed(new CommandReply.Failed(ErrorCode.PinExpired) { Actions = [.. accounts, new(ReplyActionKind.Why, "/model why")] });

        var message = DiscordMessages.Of(reply, true).Single();

        Assert.That(message.Components.Select(row => row.Components.Count), Is.EqualTo(new[] { 5, 5, 5, 5, 5 }));
        Assert.That(message.Components[^1].Components[^1].Label, Is.EqualTo("Why"));
        Assert.That(message.Content, Does.Contain("seat-25`").And.Contain("seat-30`").And.Not.Contain("seat-24`"));
    }

    private static IEnumerable<TestCaseData> Replies() => ButtonedSamples.All.Select(sample => new TestCaseData(sample.Value).SetArgDisplayNames(sample.Key));
}
