using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Every kind of request that our client sends, at the fake of Discord and its specification.</summary>
internal sealed class FakeDiscordClientTests
{
    private static readonly DiscordCommand Model = new("model", "Choose the model")
    {
        Options = [new(3, "choice", "What") { Autocomplete = true, MaxLength = 200 }, new(5, "public", "Show to all")], Contexts = [0, 1, 2], IntegrationTypes = [0, 1],
    };

    private FakeDiscordServer _server = null!;
    private DiscordRestClient _client = null!;
    private FakeDiscordChannel _channel = null!;
    private FakeDiscordUser _ada = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var time = new FakeTime();
        _server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time });
        var token = Secret.TryCreate(_server.Token, out var secret) ? secret! : throw new InvalidOperationException();
        _client = new DiscordRestClient(new DiscordAddress(new Uri(_server.BaseUrl, "api/v10"), token), TimeProvider.System);
        var guild = _server.AddGuild("Guild");
        _ada = _server.AddPerson("ada");
        guild.Join(_ada);
        _channel = guild.AddChannel("general");
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Every_request_is_taken()
    {
        await SendAsync(new DiscordRequest.SetCommands(_server.ApplicationId, null, [Model]));
        var interaction = _channel.Slash(_ada, "model", ("choice", "opus"));

        DiscordRequest[] requests =
        [
            new DiscordRequest.GetApplication(),
            new DiscordRequest.GetCommands(_server.ApplicationId, null),
            new DiscordRequest.Respond(interaction.Id, interaction.Token, new DiscordResponse(5) { Data = new() { Flags = DiscordMessage.Ephemeral } }),
            new DiscordRequest.EditOriginal(_server.ApplicationId, interaction.Token, new("Answer")),
            new DiscordRequest.FollowUp(_server.ApplicationId, interaction.Token, new("More")),
            new DiscordRequest.CreateMessage(_channel.Id, new("Announced") { Nonce = "n" }),
            new DiscordRequest.CreateMessage(_channel.Id, new("Announced") { Nonce = "n" }),
        ];
        foreach (var request in requests) Assert.That(await SendAsync(request), Is.InstanceOf<DiscordAnswer.Done>(), $"{request}");

        Assert.That(_channel.Messages.Select(message => message.Content), Is.EqualTo(new[] { "Answer", "More", "Announced" }));
        Assert.That(interaction.Original!.OnlyFor, Is.SameAs(_ada));
        Assert.That(_server.Defects, Is.Empty);
    }

    private Task<DiscordAnswer> SendAsync(DiscordRequest request) => _client.SendAsync(request, CancellationToken.None);
}
