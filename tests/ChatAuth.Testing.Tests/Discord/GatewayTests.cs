using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Tests.Discord;

/// <summary>The sockets of the fake, as an application opens them.</summary>
internal sealed class GatewayTests
{
    private ClientWebSocket _socket = null!;
    private FakeDiscordServer _discord = null!;

    [SetUp]
    public async Task SetUp()
    {
        _discord = await FakeDiscordServer.StartAsync();
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(_discord.GatewayUrl, default);
    }

    [TearDown]
    public async Task TearDown()
    {
        _socket.Dispose();
        await _discord.DisposeAsync();
    }

    [Test]
    public async Task Socket_is_greeted_and_told_of_the_guilds()
    {
        var guild = _discord.AddGuild("guild");
        guild.AddChannel("general");

        var hello = await ReadAsync();
        await IdentifyAsync(_discord.Token);
        var (ready, made) = (await ReadAsync(), await ReadAsync());

        Assert.That((int)hello["op"]!, Is.EqualTo(10));
        Assert.That(($"{ready["t"]}", $"{made["t"]}", $"{made["d"]!["id"]}"), Is.EqualTo(("READY", "GUILD_CREATE", guild.Id)));
        Assert.That(made["d"]!["channels"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Heartbeat_is_acknowledged()
    {
        await ReadAsync();

        await SendAsync(new JsonObject { ["op"] = 1, ["d"] = null });

        Assert.That((int)(await ReadAsync())["op"]!, Is.EqualTo(11));
    }

    [Test]
    public async Task Wrong_token_closes_the_socket()
    {
        await ReadAsync();

        await IdentifyAsync("FAKE.token.of-another");
        var end = await _socket.ReceiveAsync(new byte[100], default);

        Assert.That(((int?)end.CloseStatus, _discord.Sockets), Is.EqualTo((4004, 0)));
    }

    [Test]
    public async Task Session_is_not_resumed()
    {
        await ReadAsync();

        await SendAsync(new JsonObject { ["op"] = 6, ["d"] = new JsonObject { ["token"] = _discord.Token, ["session_id"] = "s", ["seq"] = 1 } });

        Assert.That((int)(await ReadAsync())["op"]!, Is.EqualTo(9));
    }

    [Test]
    public async Task Words_of_people_in_guilds_are_told_to_those_who_asked_for_them([Values(1, 513, 33281)] int intents)
    {
        var channel = _discord.AddGuild("guild").AddChannel("general");
        var ann = _discord.AddPerson("ann");
        await ReadAsync();
        await IdentifyAsync(_discord.Token, intents);
        await ReadAsync();
        await ReadAsync();

        channel.Write(ann, "hello");
        channel.Guild!.AddChannel("last");
        var told = await ReadAsync();

        Assert.That($"{told["t"]} {told["d"]!["content"]}", Is.EqualTo(intents switch { 1 => "CHANNEL_CREATE ", 513 => "MESSAGE_CREATE ", _ => "MESSAGE_CREATE hello" }));
    }

    [Test]
    public async Task Interaction_comes_by_the_socket_and_fails_without_a_callback()
    {
        await using var hasty = await FakeDiscordServer.StartAsync(new() { ResponseWindow = TimeSpan.FromMilliseconds(50) });
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(hasty.GatewayUrl, default);
        await ReadAsync(socket);
        await IdentifyAsync(hasty.Token, 0, socket);
        await ReadAsync(socket);
        hasty.RegisterCommands("""[{ "name": "weather", "description": "Tells the weather", "type": 1 }]""");
        var ann = hasty.AddPerson("ann");

        var sent = await hasty.DirectMessages(ann).Slash(ann, "weather").SendAsync();
        var told = await ReadAsync(socket);

        Assert.That(($"{told["t"]}", $"{told["d"]!["id"]}", sent.Failure), Is.EqualTo(("INTERACTION_CREATE", sent.Id, "The application did not respond")));
    }

    private Task IdentifyAsync(string token, int intents = 1, WebSocket? socket = null) => SendAsync(
        new JsonObject { ["op"] = 2, ["d"] = new JsonObject { ["token"] = token, ["intents"] = intents, ["properties"] = new JsonObject() } }, socket);

    private Task SendAsync(JsonObject frame, WebSocket? socket = null) =>
        (socket ?? _socket).SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, default);

    private async Task<JsonObject> ReadAsync(WebSocket? socket = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await (socket ?? _socket).ReceiveAsync(buffer, patience.Token);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonObject>(message.ToArray())!;
        }
    }
}
