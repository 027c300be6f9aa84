using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Testing;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramMessagesTests
{
    private static readonly string[] s_ids = [Work.Name, Personal.Name, Old.Name, Team.Name];

    [TestCaseSource(nameof(Names))]
    public void Reply_looks_like_its_golden_file(string name)
    {
        var reply = ButtonedSamples.All[name];
        var shown = $"# private\n{Drawn.Of(TelegramMessages.Of(reply))}\n# public\n{Drawn.Of(TelegramMessages.Of(PublicTwin.Of(reply)))}\n";

        GoldenFile.Matches($"tests/ChatAuth.Channels.Tests/Telegram/Golden/{name}.txt", shown);
    }

    [TestCaseSource(nameof(Names))]
    public void Public_reply_names_no_account_by_its_id(string name)
    {
        var shown = Drawn.Of(TelegramMessages.Of(PublicTwin.Of(ButtonedSamples.All[name])));

        Assert.That(s_ids.Where(id => shown.Replace("/model opus@anthropic:work", "").Contains(id)), Is.Empty); // Help has an example.
    }

    [TestCaseSource(nameof(OwnerNotices))]
    public void Notice_to_owners_looks_like_its_golden_file(string name) =>
        GoldenFile.Matches($"tests/ChatAuth.Channels.Tests/Telegram/Golden/{name}.txt", $"{Drawn.Of(TelegramMessages.Of(SampleNotices.All[name]))}\n");

    [Test]
    public void Long_reply_has_its_buttons_below_the_last_message()
    {
        var reply = ButtonedSamples.Signed(new CommandReply.History([.. Enumerable.Range(1, 100).Select(id => new ShownChange(id, Now, "you", "profile-pinned", Opus, [WorkPin], null))])
        {
            Actions = [new ReplyAction(ReplyActionKind.Status, "/model status")],
        });

        var parts = TelegramMessages.Of(reply);

        Assert.That(parts, Has.Count.GreaterThan(1));
        Assert.That(parts.Where(part => part.Keyboard is not null), Is.EqualTo(parts.TakeLast(1)));
    }

    [Test]
    public void Answers_without_buttons_are_told()
    {
        var question = ButtonedSamples.All["payer-change"];
        var typed = question with { Actions = [.. question.Actions.Select(action => action with { Token = null })] };

        var part = TelegramMessages.Of(typed).Single();

        Assert.That(part.Text, Does.Contain("/model allow once: let it pay for this message"));
        Assert.That(part.Keyboard, Is.Null);
    }

    private static IEnumerable<string> OwnerNotices() => SampleNotices.All.Keys;

    private static IEnumerable<string> Names() => ButtonedSamples.All.Keys;
}
