using System.Text;
using System.Text.Json;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>The client and its pace against a Discord that keeps limits of its own and forgets nothing.</summary>
internal sealed class DiscordSendingTests
{
    private FakeTime _time = null!;
    private FakeDiscordServer _discord = null!;
    private FakeDiscordChannel _channel = null!;
    private DiscordRestClient _client = null!;
    private PacedDiscordSender _paced = null!;

    [SetUp]
    public async Task Start()
    {
        _time = new FakeTime { PassesAtOnce = TimeSpan.FromSeconds(10) };
        _discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = _time });
        _channel = _discord.DirectMessages(_discord.AddPerson("ann"));
        var token = Secret.TryCreate(_discord.Token, out var secret) ? secret! : throw new InvalidOperationException();
        _client = new DiscordRestClient(new DiscordAddress(new Uri(_discord.BaseUrl, "api/v10"), token), _time);
        _paced = new PacedDiscordSender(_client, _time, new CountingIds());
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    private Task<DiscordAnswer> Send(DiscordRequest request) => _paced.SendAsync(request, default);

    private DiscordRequest Says(string text) => new DiscordRequest.CreateMessage(_channel.Id, new DiscordMessage(text));

    [Test]
    public async Task Twelve_messages_at_once_arrive_in_order_and_none_is_one_too_many()
    {
        var texts = Enumerable.Range(0, 12).Select(at => $"{at}").ToList();

        var answers = await Task.WhenAll(texts.Select(text => Send(Says(text))));

        Assert.That(answers, Is.All.InstanceOf<DiscordAnswer.Done>());
        Assert.That(_channel.Messages.Select(message => message.Content), Is.EqualTo(texts));
        Assert.That(_discord.InvalidRequests, Is.Zero);
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Message_whose_answer_was_lost_is_there_once()
    {
        _discord.Faults.DropAfter();

        var answer = await Send(Says("hi"));

        Assert.That(answer, Is.InstanceOf<DiscordAnswer.Done>());
        Assert.That(_channel.Messages, Has.Count.EqualTo(1));
    }

    [TestCase("user")]
    [TestCase("global")]
    [TestCase("shared")]
    public async Task Flood_is_waited_for(string scope)
    {
        _discord.Faults.RateLimit(TimeSpan.FromSeconds(2.5), scope);
        var start = _time.GetUtcNow();

        var answer = await Send(Says("hi"));

        Assert.That(answer, Is.InstanceOf<DiscordAnswer.Done>());
        Assert.That(_time.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromSeconds(2.5)));
    }

    [Test]
    public async Task Commands_that_are_set_are_there()
    {
        await Send(new DiscordRequest.SetCommands(_discord.ApplicationId, null, [new("model", "Choose the model")]));

        var answer = await Send(new DiscordRequest.GetCommands(_discord.ApplicationId, null));

        Assert.That(((DiscordAnswer.Done)answer).Result[0].GetProperty("name").GetString(), Is.EqualTo("model"));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Refusal_keeps_Discords_number()
    {
        _channel.BotMayWrite = false;

        Assert.That(await Send(Says("hi")), Is.InstanceOf<DiscordAnswer.Refused>().With.Property("Status").EqualTo(403).And.Property("Code").EqualTo(50007));
    }

    [Test]
    public async Task Token_that_Discord_does_not_know_is_shown_to_it_once()
    {
        using var client = new DiscordRestClient(AddressOf($"{_discord.BaseUrl}api/v10"), _time);
        var paced = new PacedDiscordSender(client, _time, new CountingIds());

        for (var sent = 0; sent < 3; sent++) await paced.SendAsync(new DiscordRequest.GetApplication(), default);

        Assert.That(paced.IsTokenRefused, Is.True);
        Assert.That(_discord.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Interaction_that_Discord_signs_is_verified_and_timely_once()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
        using var key = Ed25519.Load(Ed25519PublicKey.TryParse(_discord.PublicKey, out var parsed) ? parsed : throw new InvalidOperationException());
        _discord.RegisterCommands("""[{"name":"model","description":"Choose"}]""");
        var signed = _channel.Slash(_channel.People[0], "model").Sign();
        var (body, window) = (Encoding.UTF8.GetBytes(signed.Body), new ReplayWindow(_time));
        var id = JsonElement.Parse(body).GetProperty("id").GetString()!;

        Assert.That(DiscordSignature.Verify(key, signed.Signature, signed.Timestamp, body), Is.True);
        Assert.That(window.Judge(signed.Timestamp, id), Is.EqualTo(ReplayWindow.Verdict.Timely));
        Assert.That(window.Judge(signed.Timestamp, id), Is.EqualTo(ReplayWindow.Verdict.Repeated));
    }
}
