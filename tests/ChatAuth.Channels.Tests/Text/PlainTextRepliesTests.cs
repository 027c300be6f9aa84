using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Text;

internal sealed class PlainTextRepliesTests
{
    [TestCaseSource(nameof(Names))]
    public void Reply_reads_as_its_golden_file(string name) => Golden.Matches(name, SampleReplies.All[name].ToPlainText());

    [Test]
    public void Every_kind_of_reply_has_a_golden_file()
    {
        var kinds = typeof(CommandReply).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CommandReply)));

        Assert.That(SampleReplies.All.Values.Select(reply => reply.GetType()), Is.SupersetOf(kinds));
    }

    [Test]
    public void Notices_read_as_their_golden_file()
    {
        Notice[] notices =
        [
            new Notice.ChoiceEnded(Selected with { Pins = [] }),
            new Notice.PayerChanged(Work, Team, ErrorCode.VendorLimited),
            new Notice.PayerChanged(null, Team, null),
            new Notice.ContextRestarted(Selected, Ended: false),
            new Notice.ContextRestarted(Selected with { Pins = [] }, Ended: true),
            new Notice.ModelFellBack(Opus, Sonnet, ErrorCode.NobodyEligible),
        ];

        Golden.Matches("notices", string.Join('\n', notices.Select(notice => notice.ToPlainText())));
    }

    [TestCaseSource(nameof(Notices))]
    public void Notice_to_owners_reads_as_its_golden_file(string name) => Golden.Matches(name, SampleNotices.All[name].ToPlainText());

    [Test]
    public void Every_kind_of_notice_to_owners_has_a_golden_file()
    {
        var kinds = typeof(OwnerNotice).GetNestedTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OwnerNotice)));

        Assert.That(SampleNotices.All.Values.Select(notice => notice.GetType()), Is.SupersetOf(kinds));
    }

    [Test]
    public void Receipt_names_the_model_and_who_paid() =>
        Assert.That(Receipt.ToPlainText(), Is.EqualTo("answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription)"));

    [Test]
    public void Changed_choice_names_who_pays_from_now_on() =>
        Assert.That(SampleReplies.All["pinned"].ToPlainText(), Does.Contain("Next: anthropic:work pays (subscription)."));

    [TestCaseSource(nameof(Codes))]
    public void Failure_ends_with_its_code_in_brackets(string id)
    {
        var failed = new CommandReply.Failed(ErrorCode.All.Single(code => code.Id == id));

        Assert.That(failed.ToPlainText(), Does.EndWith($"\n[{id}]"));
    }

    [Test]
    public void Channel_with_buttons_gets_no_offers_in_the_text() =>
        Assert.That(ReplyRenderer.Render(SampleReplies.All["status"], offers: false).ToString(), Does.Not.Contain("Also:"));

    private static IEnumerable<string> Names() => SampleReplies.All.Keys;

    private static IEnumerable<string> Notices() => SampleNotices.All.Keys;

    private static IEnumerable<string> Codes() => ErrorCode.All.Select(code => code.Id);
}
