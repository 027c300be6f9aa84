using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ChatAuth.Testing.Discord.Gateway;

/// <summary>One socket: hello, identify, heartbeats, and from then on what happens. A session is never resumed: who asks for it begins anew.</summary>
internal sealed class GatewaySession(DiscordWorld world, WebSocket socket, string url, string token, bool isCompressed)
{
    private const int Dispatch = 0;
    private const int Heartbeat = 1;
    private const int Identify = 2;
    private const int Resume = 6;
    private const int InvalidSession = 9;
    private const int Hello = 10;
    private const int HeartbeatAck = 11;
    private const int NotAuthenticated = 4003;
    private const int AuthenticationFailed = 4004;

    private readonly Channel<JsonObject> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<JsonObject>();
    private int _sequence;
    private (long Id, long Count) _shard = (0, 1);
    private int _intents;

    public bool IsIdentified { get; private set; }

    public int Heartbeats { get; private set; }

    /// <summary>Whether what happens there is told here: guilds are shared out among shards, and what is outside of any is the first one's.</summary>
    public bool Hears(FakeDiscordGuild? guild, int intents) =>
        (_intents & intents) == intents && _shard.Id == (guild is null ? 0 : (long.Parse(guild.Id, CultureInfo.InvariantCulture) >> 22) % _shard.Count);

    /// <summary>Whether it asked to read what people write.</summary>
    public bool ReadsContent => (_intents & GatewayIntent.MessageContent) != 0;

    public void Tell(string type, JsonObject data)
    {
        lock (world.Gate) Send(new JsonObject { ["op"] = Dispatch, ["t"] = type, ["s"] = ++_sequence, ["d"] = data.DeepClone() });
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Send(new JsonObject { ["op"] = Hello, ["d"] = new JsonObject { ["heartbeat_interval"] = 41250 } });
        var writing = WriteAsync(cancellationToken);
        while (await ReadAsync(cancellationToken) is { } frame)
        {
            if (Handle(frame) is not { } refusal) continue;
            await socket.CloseOutputAsync((WebSocketCloseStatus)refusal, "", cancellationToken);
            break;
        }
        _outgoing.Writer.TryComplete();
        await writing;
    }

    /// <summary>Breaks, as networks do.</summary>
    public void Break() => socket.Abort();

    /// <summary>Why the socket is closed; null where it stays.</summary>
    private int? Handle(JsonObject frame)
    {
        switch ((int)frame["op"]!)
        {
            case Heartbeat:
                Heartbeats++;
                Send(new JsonObject { ["op"] = HeartbeatAck });
                return null;
            case Identify when $"{frame["d"]!["token"]}" == token:
                Greet(frame["d"]!.AsObject());
                return null;
            case Identify:
                return AuthenticationFailed;
            case Resume:
                Send(new JsonObject { ["op"] = InvalidSession, ["d"] = false });
                return null;
            default:
                return IsIdentified ? null : NotAuthenticated;
        }
    }

    private void Greet(JsonObject identify)
    {
        lock (world.Gate)
        {
            _intents = (int)identify["intents"]!;
            if (identify["shard"] is JsonArray shard) _shard = ((long)shard[0]!, (long)shard[1]!);
            var guilds = world.Guilds.Values.Where(guild => guild.HasBot && Hears(guild, 0)).ToList();
            Tell("READY", GatewayJson.Ready(world, url, identify, guilds));
            foreach (var guild in guilds) Tell("GUILD_CREATE", GatewayJson.Guild(world, guild));
            IsIdentified = true;
        }
        world.Hub.Changed.Pulse();
    }

    private void Send(JsonObject frame) => _outgoing.Writer.TryWrite(frame);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        using var stream = new GatewayStream(isCompressed);
        await foreach (var frame in _outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            if (socket.State is not WebSocketState.Open) return;
            await socket.SendAsync(stream.Pack(frame), isCompressed ? WebSocketMessageType.Binary : WebSocketMessageType.Text, true, cancellationToken);
        }
    }

    private async Task<JsonObject?> ReadAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize<JsonObject>(message.ToArray());
        }
    }
}
