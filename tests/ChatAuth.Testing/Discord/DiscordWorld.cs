using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Gateway;
using ChatAuth.Testing.Discord.Rest;
using ChatAuth.Testing.Discord.Spec;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord;

/// <summary>
/// All that the fake knows; it outlives a fall of the server. Everything mutable is read and written under <see cref="Gate"/>.
/// </summary>
internal sealed class DiscordWorld : IDisposable
{
    /// <summary>Discord's first moment: ids count milliseconds from it.</summary>
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _lastId;

    public DiscordWorld(FakeDiscordOptions options)
    {
        Options = options;
        Bot = new FakeDiscordUser(options.ApplicationId, options.BotUsername, null, isBot: true);
        Commands = new FakeDiscordCommands(this);
        Limits = new DiscordRateLimits(options);
        Sender = new InteractionSender(this);
        Hub = new GatewayHub(this);
    }

    public Lock Gate { get; } = new();

    public FakeDiscordOptions Options { get; }

    public TimeProvider Time => Options.Time;

    public DiscordKey Key { get; } = new();

    public FakeDiscordUser Bot { get; }

    public Dictionary<string, FakeDiscordUser> People { get; } = [];

    public Dictionary<string, FakeDiscordGuild> Guilds { get; } = [];

    public Dictionary<string, FakeDiscordChannel> Channels { get; } = [];

    /// <summary>By token.</summary>
    public Dictionary<string, FakeDiscordInteraction> Interactions { get; } = [];

    /// <summary>Messages of the bot's own, by the nonce that was to be heeded.</summary>
    public Dictionary<string, FakeDiscordMessage> Nonces { get; } = [];

    public FakeDiscordCommands Commands { get; }

    public DiscordRateLimits Limits { get; }

    public InteractionSender Sender { get; }

    public GatewayHub Hub { get; }

    /// <summary>Where sockets are opened.</summary>
    public string GatewayUrl { get; set; } = "";

    public Uri? EndpointUrl { get; set; }

    public List<FakeDiscordRequest> Requests { get; } = [];

    public Signal Requested { get; } = new();

    public ConcurrentQueue<string> Defects { get; } = new();

    public DiscordSpec? Spec { get; } = DiscordSpec.Find();

    /// <summary>An id that tells when it was made, and rises. Call it under <see cref="Gate"/>, or where nobody else can be.</summary>
    public string NextId()
    {
        var now = (long)(Time.GetUtcNow() - Epoch).TotalMilliseconds << 22;
        lock (Gate) return $"{_lastId = Math.Max(_lastId + 1, now)}";
    }

    public FakeDiscordChannel Add(Func<string, FakeDiscordChannel> make)
    {
        lock (Gate)
        {
            var channel = make(NextId());
            Channels[channel.Id] = channel;
            if (channel.Guild is { HasBot: true } guild) Hub.Tell(channel.Parent is null ? "CHANNEL_CREATE" : "THREAD_CREATE", GatewayJson.Channel(channel), guild, GatewayIntent.Guilds);
            return channel;
        }
    }

    /// <summary>Somebody's direct conversation with the bot; always the same one.</summary>
    public FakeDiscordChannel DirectMessages(FakeDiscordUser person)
    {
        lock (Gate)
        {
            return Channels.Values.FirstOrDefault(channel => channel.IsWithBot && channel.People.Contains(person))
                ?? Add(id => new FakeDiscordChannel(this, id, FakeDiscordChannel.Direct, null) { IsWithBot = true, People = [person] });
        }
    }

    public FakeDiscordRequest Record(string route, string path, JsonNode? body)
    {
        var request = new FakeDiscordRequest(route, path, body?.DeepClone(), Time.GetUtcNow());
        lock (Gate) Requests.Add(request);
        Requested.Pulse();
        return request;
    }

    public void Report(IEnumerable<string>? defects)
    {
        foreach (var defect in defects ?? []) Defects.Enqueue(defect);
    }

    public void Dispose()
    {
        Sender.Dispose();
        Key.Dispose();
    }
}
