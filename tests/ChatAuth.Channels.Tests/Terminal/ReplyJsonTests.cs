using System.Text.Json;
using ChatAuth.Channels.Terminal;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using static ChatAuth.Channels.Tests.Text.Shown;

namespace ChatAuth.Channels.Tests.Terminal;

internal sealed class ReplyJsonTests
{
    [TestCase("picker")]
    [TestCase("status-broken")]
    [TestCase("pinned")]
    [TestCase("undone")]
    [TestCase("failed")]
    [TestCase("history-empty")]
    public void Reply_reads_as_its_golden_file(string name) => Golden.Matches("json-" + name, ReplyJson.Of(SampleReplies.All[name]));

    [Test]
    public void Answer_reads_as_its_golden_file()
    {
        var json = ReplyJson.Answer("Grüße,\n\e[1mtwo\e[0m lines", Receipt, Selected, [new Notice.PayerChanged(Team, Work, ErrorCode.VendorLimited)]);

        Golden.Matches("json-answer", json);
    }

    [Test]
    public void Refusal_reads_as_its_golden_file() => Golden.Matches("json-refused", ReplyJson.Refused(SampleReplies.All["payer-change"]));

    [Test]
    public void Answer_that_broke_off_keeps_the_part_that_came()
    {
        var json = Parse(ReplyJson.BrokeOff(new CommandReply.Failed(ErrorCode.VendorUnavailable), "So far"));

        Assert.That(json.GetProperty("kind").GetString(), Is.EqualTo("broke-off"));
        Assert.That(json.GetProperty("part").GetString(), Is.EqualTo("So far"));
    }

    [Test]
    public void Notice_alone_is_an_object_of_its_own()
    {
        var json = Parse(ReplyJson.Of(new Notice.ChoiceEnded(Selected)));

        Assert.That(json.GetProperty("kind").GetString(), Is.EqualTo("notice"));
        Assert.That(json.GetProperty("notices")[0].GetProperty("kind").GetString(), Is.EqualTo("choice-ended"));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Kind_is_one_that_scripts_know(string name, string kind) =>
        Assert.That(Parse(ReplyJson.Of(SampleReplies.All[name])).GetProperty("kind").GetString(), Is.EqualTo(kind));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static object[][] Kinds() =>
    [
        ["picker", "picker"], ["account-picker", "account-picker"], ["status", "status"], ["why", "why"], ["pinned", "choice-changed"],
        ["dry-run", "dry-run"], ["history", "history"], ["help", "help"], ["tested", "tested"], ["denied", "consented"],
        ["claimed", "claimed"], ["failed", "failed"],
    ];
}
