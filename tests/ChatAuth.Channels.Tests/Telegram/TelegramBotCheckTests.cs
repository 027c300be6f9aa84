using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What the doctor says about the bot.</summary>
internal sealed class TelegramBotCheckTests
{
    [Test]
    public async Task Bot_that_is_not_configured_is_skipped()
    {
        var result = await new TelegramBotCheck(() => null).RunAsync(default);

        Assert.That(result, Is.InstanceOf<CheckResult.Skipped>());
    }

    [Test]
    public async Task Privacy_mode_is_explained_with_what_to_type_instead()
    {
        var result = await Look(Me(readsAll: false));

        var finding = ((CheckResult.Found)result).Findings.Single();
        Assert.That((finding.Code, finding.Severity), Is.EqualTo(("telegram-privacy-mode", FindingSeverity.Warning)));
        Assert.That(finding.Remedy, Does.Contain("/model opus@work").And.Contain("/setprivacy"));
    }

    [Test]
    public async Task Bot_that_reads_everything_is_fine()
    {
        var result = await Look(Me(readsAll: true));

        Assert.That(result, Is.InstanceOf<CheckResult.Passed>());
    }

    [TestCase(401)]
    [TestCase(404)]
    public async Task Token_that_Telegram_does_not_know_is_an_error(int code)
    {
        var result = await Look(new TelegramAnswer.Refused(code, "Unauthorized"));

        Assert.That(((CheckResult.Found)result).Findings.Single().Code, Is.EqualTo("telegram-token-refused"));
    }

    [Test]
    public async Task Silence_is_an_error()
    {
        var result = await Look(new TelegramAnswer.Unreachable(Arrived: false));

        Assert.That(((CheckResult.Found)result).Findings.Single().Code, Is.EqualTo("telegram-unreachable"));
    }

    private static Task<CheckResult> Look(TelegramAnswer answer) =>
        new TelegramBotCheck(() => new ScriptedSender(new FakeTime()).Answers(answer)).RunAsync(default);

    private static TelegramAnswer.Done Me(bool readsAll) => new(JsonElement.Parse(
        $$"""{"id":7,"is_bot":true,"first_name":"Fake","username":"FakeBot","can_read_all_group_messages":{{(readsAll ? "true" : "false")}}}"""));
}
