using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramAlertsTests
{
    [TestCase("pinned", "Now: opus · work pays")]
    [TestCase("so-already", "It was so already: opus · work pays")]
    [TestCase("undone", "Now: opus · nobody pays")]
    [TestCase("failed", "No such profile is known here. Try /model status")]
    [TestCase("denied", "Noted: openai:team (metered) does not pay for that message.")]
    [TestCase("picker", "Current: opus · Claude Opus 4.5 — work (subscription) pays, pinned")]
    [TestCase("status", "Current: opus · Claude Opus 4.5 (anthropic/claude-opus-4-5)")]
    public void Alert_says_what_the_reply_comes_to(string name, string alert) =>
        Assert.That(TelegramAlerts.Of(ButtonedSamples.All[name]), Is.EqualTo(alert));

    [TestCaseSource(nameof(Names))]
    public void Alert_has_1_to_200_characters(string name) =>
        Assert.That(TelegramAlerts.Of(SampleReplies.All[name]).Length, Is.InRange(1, 200));

    [TestCaseSource(nameof(Codes))]
    public void Every_failure_fits_an_alert(string id) =>
        Assert.That(TelegramAlerts.Of(new CommandReply.Failed(ErrorCode.All.Single(code => code.Id == id))).Length, Is.InRange(1, 200));

    private static IEnumerable<string> Names() => SampleReplies.All.Keys;

    private static IEnumerable<string> Codes() => ErrorCode.All.Select(code => code.Id);
}
