using System.Text.Json;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordApplicationCheckTests
{
    private const string Application = """
        { "id": "700000000000000001", "name": "bot", "verify_key": "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A", "interactions_endpoint_url": "https://bot.example.com/discord/interactions" }
        """;

    [SetUp]
    public void NeedOpenSsl()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
    }

    private static Task<CheckResult> Run(DiscordAnswer answer) =>
        new DiscordApplicationCheck(() => DiscordTest.Settings, _ => new ScriptedDiscordSender(new FakeTime()).Answers(answer)).RunAsync(default);

    private static async Task<Finding> FindingOf(DiscordAnswer answer) => ((CheckResult.Found)await Run(answer)).Findings.Single();

    private static DiscordAnswer.Done Says(string json) => new(JsonElement.Parse(json));

    [Test]
    public async Task Application_as_configured_passes() => Assert.That(await Run(Says(Application)), Is.InstanceOf<CheckResult.Passed>());

    [Test]
    public async Task Nothing_is_asked_where_no_bot_is_configured()
    {
        var result = await new DiscordApplicationCheck(() => null, _ => throw new InvalidOperationException()).RunAsync(default);

        Assert.That(((CheckResult.Skipped)result).Why, Does.Contain("Discord:ApplicationId").And.Contain("CHATAUTH__DISCORD__TOKEN"));
    }

    [TestCase("700000000000000001", "700000000000000002", "discord-application-other")]
    [TestCase("D75A98", "AAAAAA", "discord-public-key-other")]
    [TestCase("\"https://bot.example.com/discord/interactions\"", "null", "discord-endpoint-unset")]
    [TestCase("verify_key", "other", "discord-unreachable", Description = "something else than Discord answered")]
    public async Task Application_that_is_not_as_configured_is_found(string part, string other, string code)
    {
        var finding = await FindingOf(Says(Application.Replace(part, other, StringComparison.Ordinal)));

        Assert.That(finding.Code, Is.EqualTo(code));
    }

    [TestCase("\"https://bot.example.com/discord/interactions\"", false)]
    [TestCase("null", true)]
    public async Task Socket_hears_nothing_while_there_is_an_endpoint(string endpoint, bool passes)
    {
        var answer = Says(Application.Replace("\"https://bot.example.com/discord/interactions\"", endpoint, StringComparison.Ordinal));
        var settings = DiscordTest.Settings with { Transport = DiscordTransport.Socket, PublicKey = null };

        var result = await new DiscordApplicationCheck(() => settings, _ => new ScriptedDiscordSender(new FakeTime()).Answers(answer)).RunAsync(default);

        Assert.That((result as CheckResult.Found)?.Findings.Single().Code, Is.EqualTo(passes ? null : "discord-endpoint-set"));
    }

    [TestCase("BOT.example.com", true)]
    [TestCase("other.example.com", false)]
    public async Task Host_of_the_endpoint_is_one_that_the_gateway_is_called_by(string known, bool passes)
    {
        var settings = DiscordTest.Settings with { Hosts = ["127.0.0.1", known] };

        var result = await new DiscordApplicationCheck(() => settings, _ => new ScriptedDiscordSender(new FakeTime()).Answers(Says(Application))).RunAsync(default);

        Assert.That((result as CheckResult.Found)?.Findings.Single().Code, Is.EqualTo(passes ? null : "discord-endpoint-other"));
    }

    [Test]
    public async Task Token_that_discord_does_not_know_is_found() =>
        Assert.That((await FindingOf(new DiscordAnswer.Refused(401, 0))).Code, Is.EqualTo("discord-token-refused"));

    [Test]
    public async Task Silence_is_found() => Assert.That((await FindingOf(ScriptedDiscordSender.Unknown)).Code, Is.EqualTo("discord-unreachable"));
}
