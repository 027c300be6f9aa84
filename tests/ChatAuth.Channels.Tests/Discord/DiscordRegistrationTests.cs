using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>The commands as a Discord takes them that refuses what Discord refuses.</summary>
internal sealed class DiscordRegistrationTests
{
    private FakeDiscordServer _discord = null!;
    private FakeTime _time = null!;
    private DiscordRestClient _client = null!;
    private ChannelReadiness _readiness = null!;

    [SetUp]
    public async Task SetUp()
    {
        _discord = await FakeDiscordServer.StartAsync();
        _time = new FakeTime();
        _readiness = new ChannelReadiness();
        _client = new DiscordRestClient(new DiscordAddress(new Uri(_discord.BaseUrl, "api/v10"), Secret.TryCreate(_discord.Token, out var token) ? token! : throw new InvalidOperationException()), _time);
    }

    [TearDown]
    public async Task TearDown()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    private Task<bool> Register(params IReadOnlyList<string> guilds)
    {
        var settings = new DiscordSettings(_discord.ApplicationId, _discord.PublicKey, DiscordTest.Settings.Token) { Guilds = guilds };
        using var registration = new DiscordRegistration(_client, settings, _readiness, _time);
        return registration.RegisterAsync(default);
    }

    [Test]
    public async Task Commands_are_registered_for_everybody()
    {
        Assert.That(await Register(), Is.True);

        Assert.That(_discord.CommandsOf().Select(command => $"{command["name"]}"), Is.EquivalentTo(new[] { "model", "ask" }));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Commands_are_registered_in_each_guild_that_is_named()
    {
        var (one, two) = (_discord.AddGuild("one"), _discord.AddGuild("two"));

        Assert.That(await Register(one.Id, two.Id), Is.True);

        Assert.That((_discord.CommandsOf(one).Count, _discord.CommandsOf(two).Count), Is.EqualTo((2, 2)));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Beside_a_guilds_own_commands_the_others_are_in_direct_messages_alone(bool wereEverywhere)
    {
        if (wereEverywhere) await Register();

        await Register(_discord.AddGuild("one").Id);

        Assert.That(_discord.CommandsOf().Select(command => $"{command["name"]} {command["contexts"]!.ToJsonString()}"), Is.EquivalentTo(new[] { "model [1,2]", "ask [1,2]" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_registered_is_not_written_again(bool inGuild)
    {
        string[] guilds = inGuild ? [_discord.AddGuild("one").Id] : [];
        await Register(guilds);
        var written = Writes();

        Assert.That(await Register(guilds), Is.True);

        Assert.That((written, Writes()), Is.EqualTo((inGuild ? 2 : 1, written)));
    }

    [TestCase("""[{"name":"model","description":"Choose the model, and the account that pays"}]""")]
    [TestCase("""[{"name":"model","description":"old"},{"name":"ask","description":"old"}]""")]
    [TestCase("""[{"name":"other","description":"of an older version"}]""")]
    public async Task What_differs_is_written(string before)
    {
        _discord.RegisterCommands(before);

        await Register();

        Assert.That(_discord.CommandsOf().Select(command => $"{command["name"]}"), Is.EquivalentTo(new[] { "model", "ask" }));
    }

    [Test]
    public async Task Failure_is_repeated_after_a_minute_until_it_is_done()
    {
        var sender = new ScriptedDiscordSender(_time).Answers(
            ScriptedDiscordSender.NotArrived, Listed(Application), ScriptedDiscordSender.Unknown, Listed(Application), Listed("[]"));
        _time.PassesAtOnce = TimeSpan.FromMinutes(1);
        using var registration = new DiscordRegistration(sender, DiscordTest.Settings, _readiness, _time);

        await registration.StartAsync(default);
        await registration.ExecuteTask!;

        Assert.That(sender.Seconds, Is.EqualTo(new[] { 0.0, 60, 60, 120, 120, 120 }));
        Assert.That(sender.Sent[^1].Request, Is.InstanceOf<DiscordRequest.SetCommands>());
    }

    [Test]
    public async Task Messages_arrive_when_the_commands_are_registered()
    {
        var before = _readiness.IsReady;

        await Register();

        Assert.That((before, _readiness.IsReady), Is.EqualTo((false, true)));
    }

    [TestCase("700000000000000001", "700000000000000002", "ApplicationId")]
    [TestCase("d75a98", "aaaaaa", "PublicKey")]
    [TestCase("verify_key", "other", "out of reach")]
    public async Task Nothing_is_written_for_another_application_than_the_configured_one(string part, string other, string problem)
    {
        var sender = new ScriptedDiscordSender(_time).Answers(Listed(Application.Replace(part, other, StringComparison.Ordinal)));
        using var registration = new DiscordRegistration(sender, DiscordTest.Settings, _readiness, _time);

        var isDone = await registration.RegisterAsync(default);

        Assert.That((isDone, sender.Sent.Count), Is.EqualTo((false, 1)));
        Assert.That(_readiness.Problem, Does.Contain(problem));
    }

    [Test]
    public async Task Token_that_discord_does_not_know_is_said()
    {
        using var registration = new DiscordRegistration(
            new ScriptedDiscordSender(_time).Answers(new DiscordAnswer.Refused(401, 0)), DiscordTest.Settings, _readiness, _time);

        await registration.RegisterAsync(default);

        Assert.That(_readiness.Problem, Is.EqualTo("Discord does not know the token"));
    }

    private static string Application => $$"""{"id":"{{DiscordTest.Application}}","name":"bot","verify_key":"{{DiscordTest.Settings.PublicKey}}","interactions_endpoint_url":null}""";

    private static DiscordAnswer Listed(string json) => new DiscordAnswer.Done(JsonElement.Parse(json));

    private int Writes() => _discord.RequestsOf(FakeDiscordRoutes.SetCommands).Count + _discord.RequestsOf(FakeDiscordRoutes.SetGuildCommands).Count;
}
