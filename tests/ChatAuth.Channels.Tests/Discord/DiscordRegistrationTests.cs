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

    [SetUp]
    public async Task SetUp()
    {
        _discord = await FakeDiscordServer.StartAsync();
        _time = new FakeTime();
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
        using var registration = new DiscordRegistration(_client, guilds, new ChannelReadiness(), _time);
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

        Assert.That((_discord.CommandsOf(one).Count, _discord.CommandsOf(two).Count, _discord.CommandsOf().Count), Is.EqualTo((2, 2, 0)));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_registered_is_not_written_again(bool inGuild)
    {
        string[] guilds = inGuild ? [_discord.AddGuild("one").Id] : [];
        await Register(guilds);
        var written = Writes();

        Assert.That(await Register(guilds), Is.True);

        Assert.That((written, Writes()), Is.EqualTo((1, 1)));
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
            ScriptedDiscordSender.NotArrived, Listed($$"""{"id":"{{DiscordTest.Application}}"}"""), ScriptedDiscordSender.Unknown,
            Listed($$"""{"id":"{{DiscordTest.Application}}"}"""), Listed("[]"));
        _time.PassesAtOnce = TimeSpan.FromMinutes(1);
        using var registration = new DiscordRegistration(sender, [], _time);

        await registration.StartAsync(default);
        await registration.ExecuteTask!;

        Assert.That(sender.Seconds, Is.EqualTo(new[] { 0.0, 60, 60, 120, 120, 120 }));
        Assert.That(sender.Sent[^1].Request, Is.InstanceOf<DiscordRequest.SetCommands>());
    }

    private static DiscordAnswer Listed(string json) => new DiscordAnswer.Done(JsonElement.Parse(json));

    private int Writes() => _discord.RequestsOf(FakeDiscordRoutes.SetCommands).Count + _discord.RequestsOf(FakeDiscordRoutes.SetGuildCommands).Count;
}
