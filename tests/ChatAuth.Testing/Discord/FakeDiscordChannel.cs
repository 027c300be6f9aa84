using ChatAuth.Testing.Discord.Gateway;

namespace ChatAuth.Testing.Discord;

/// <summary>
/// A channel, thread or direct conversation as the people in it see it. What they do is in <c>FakeDiscordChannel.Acting</c>.
/// Thread-safe.
/// </summary>
public sealed partial class FakeDiscordChannel
{
    internal const int GuildText = 0;
    internal const int Direct = 1;
    internal const int Group = 3;
    internal const int PublicThread = 11;

    private readonly DiscordWorld _world;
    private readonly List<FakeDiscordMessage> _messages = [];

    internal FakeDiscordChannel(DiscordWorld world, string id, int type, string? name)
    {
        _world = world;
        Id = id;
        Type = type;
        Name = name;
    }

    public string Id { get; }

    /// <summary>0 a guild's text channel, 1 a direct conversation, 3 a group of people, 11 a thread.</summary>
    public int Type { get; }

    /// <summary>Null for a direct conversation.</summary>
    public string? Name { get; }

    /// <summary>Null outside of guilds.</summary>
    public FakeDiscordGuild? Guild { get; internal init; }

    /// <summary>The channel of a thread; null for anything else.</summary>
    public FakeDiscordChannel? Parent { get; internal init; }

    /// <summary>The people of a conversation outside of guilds.</summary>
    public IReadOnlyList<FakeDiscordUser> People { get; internal init; } = [];

    /// <summary>0 a guild, 1 direct messages with the bot, 2 other direct conversations.</summary>
    public int Context => Guild is not null ? 0 : HasBot ? 1 : 2;

    /// <summary>False: a message of the bot's own is refused (50013, in a direct conversation 50007).</summary>
    public bool BotMayWrite { get; set; } = true;

    /// <summary>Every message that stands here now, of people and of the bot, whoever sees it.</summary>
    public IReadOnlyList<FakeDiscordMessage> Messages
    {
        get { lock (_world.Gate) return [.. _messages]; }
    }

    internal string? LastMessageId => _messages.LastOrDefault()?.Id;

    /// <summary>The bot is here: it can write without being asked.</summary>
    internal bool HasBot => Guild?.HasBot ?? IsWithBot;

    /// <summary>A direct conversation with the bot.</summary>
    internal bool IsWithBot { get; init; }

    internal Signal Changed { get; } = new();

    /// <summary>What somebody sees here: everything but what is for others only.</summary>
    public IReadOnlyList<FakeDiscordMessage> SeenBy(FakeDiscordUser person) => [.. Messages.Where(message => message.IsSeenBy(person))];

    /// <summary>A thread of this channel.</summary>
    public FakeDiscordChannel AddThread(string name) =>
        _world.Add(id => new FakeDiscordChannel(_world, id, PublicThread, name) { Guild = Guild, Parent = this });

    /// <summary>Somebody writes a plain message, which applications hear of over a socket only.</summary>
    public FakeDiscordMessage Write(FakeDiscordUser person, string text) => Add(person, new DiscordMessageContent(text));

    /// <summary>Waits until a message looks like this, now or after an edit.</summary>
    /// <exception cref="TimeoutException">None does in time (15 seconds where none is named).</exception>
    public Task<FakeDiscordMessage> WaitForMessageAsync(Func<FakeDiscordMessage, bool> looks, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => Messages.LastOrDefault(looks), timeout, () => $"No such message in #{Name}. It shows:\n{string.Join('\n', Messages)}");

    public override string ToString() => $"#{Name ?? "direct"} {Id}";

    /// <summary>Sockets hear of the bot's own messages too. Of people's words in guilds they hear only where they asked for it.</summary>
    private void Tell(FakeDiscordMessage message)
    {
        var intent = Guild is null ? GatewayIntent.DirectMessages : GatewayIntent.GuildMessages;
        foreach (var session in _world.Hub.Listening.Where(session => session.Hears(Guild, intent)))
        {
            var reads = Guild is null || message.Author.IsBot || session.ReadsContent || message.Content.Contains($"<@{_world.Bot.Id}>", StringComparison.Ordinal);
            session.Tell("MESSAGE_CREATE", GatewayJson.Message(message, reads));
        }
    }

    /// <summary>Puts a message here.</summary>
    internal FakeDiscordMessage Add(
        FakeDiscordUser author,
        DiscordMessageContent content,
        FakeDiscordInteraction? interaction = null,
        FakeDiscordUser? onlyFor = null,
        FakeDiscordMessage? replyTo = null)
    {
        lock (_world.Gate)
        {
            var message = new FakeDiscordMessage(_world, this, author, content) { Interaction = interaction, OnlyFor = onlyFor, ReplyTo = replyTo };
            _messages.Add(message);
            if (onlyFor is null && HasBot) Tell(message);
            Changed.Pulse();
            return message;
        }
    }
}
