using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Testing;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordMessagesTests
{
    private static readonly string[] s_ids = [Work.Name, Personal.Name, Old.Name, Team.Name];

    [TestCaseSource(nameof(Names))]
    public void Reply_looks_like_its_golden_file(string name)
    {
        var reply = ButtonedSamples.All[name];
        var shown = $"# private\n{DrawnDiscord.Of(DiscordMessages.Of(reply, true))}\n# public\n{DrawnDiscord.Of(DiscordMessages.Of(PublicTwin.Of(reply), false))}\n";

        GoldenFile.Matches($"tests/ChatAuth.Channels.Tests/Discord/Golden/{name}.txt", shown);
    }

    [TestCaseSource(nameof(Names))]
    public void Public_reply_names_no_account_by_its_id(string name)
    {
        var shown = DrawnDiscord.Of(DiscordMessages.Of(PublicTwin.Of(ButtonedSamples.All[name]), false)).Replace("\\", "");

        Assert.That(s_ids.Where(id => shown.Replace("/model opus@anthropic:work", "").Contains(id)), Is.Empty); // Help has an example.
    }

    [TestCase(true, 1 << 6 | 1 << 2)]
    [TestCase(false, 1 << 2)]
    public void Message_is_its_askers_alone_where_that_is_said_and_shows_no_preview(bool ephemeral, int flags) =>
        Assert.That(DiscordMessages.Of(ButtonedSamples.All["status"], ephemeral).Single().Flags, Is.EqualTo(flags));

    [Test]
    public void Long_reply_has_its_components_below_the_last_message()
    {
        var reply = ButtonedSamples.Signed(new CommandReply.History([.. Enumerable.Range(1, 100).Select(id => new ShownChange(id, Now, "you", "profile-pinned", Opus, [WorkPin], null))])
        {
            Actions = [new ReplyAction(ReplyActionKind.Status, "/model status")],
        });

        var messages = DiscordMessages.Of(reply, false);

        Assert.That(messages, Has.Count.GreaterThan(1));
        Assert.That(messages.Where(message => message.Components.Count > 0), Is.EqualTo(messages.TakeLast(1)));
    }

    [Test]
    public void Answers_without_buttons_are_told()
    {
        var question = ButtonedSamples.All["payer-change"];
        var typed = question with { Actions = [.. question.Actions.Select(action => action with { Token = null })] };

        var message = DiscordMessages.Of(typed, true).Single();

        Assert.That(message.Content, Does.Contain("`/model allow once`: let it pay for this message"));
        Assert.That(message.Components, Is.Empty);
    }

    [TestCaseSource(nameof(OwnerNotices))]
    public void Notice_to_owners_looks_like_its_golden_file(string name) =>
        GoldenFile.Matches($"tests/ChatAuth.Channels.Tests/Discord/Golden/{name}.txt", $"{DrawnDiscord.Of(DiscordMessages.Of(SampleNotices.All[name]))}\n");

    [Test]
    public void Notice_is_for_all()
    {
        var message = DiscordMessages.Of(new Notice.PayerChanged(Work, Team, null)).Single();

        Assert.That(message.Content, Is.EqualTo("Another account pays: **openai\\:team** (metered), not **anthropic\\:work** (subscription)."));
        Assert.That(message.Flags & DiscordMessage.Ephemeral, Is.Zero);
    }

    [Test]
    public void Announcement_names_who_made_the_change_and_pings_nobody()
    {
        var message = DiscordMessages.Announced(ButtonedSamples.All["pinned"] with { Actions = [] }, new Person("discord", 42)).Single();

        Assert.That(message.Content, Does.StartWith("<@42> changed what answers here.\nNow: "));
        Assert.That(message.AllowedMentions.Parse, Is.Empty);
        Assert.That(message.Flags & DiscordMessage.Ephemeral, Is.Zero);
    }

    [Test]
    public void What_is_not_answered_is_said_to_its_asker_alone() =>
        Assert.That(new[] { DiscordMessages.Denied, DiscordMessages.Unknown }, Is.All.Matches<DiscordResponse>(response =>
            response is { Type: 4, Data: { Content.Length: > 0, Flags: var flags } } && (flags & DiscordMessage.Ephemeral) > 0));

    private static IEnumerable<string> Names() => ButtonedSamples.All.Keys;

    private static IEnumerable<string> OwnerNotices() => SampleNotices.All.Keys;
}
