namespace ChatAuth.Testing.Telegram;

/// <summary>
/// A chat as the people in it see it. What people do is in <c>FakeChat.Writing</c>, <c>FakeChat.Tapping</c> and <c>FakeChat.Membership</c>,
/// what a test waits for in <c>FakeChat.Waiting</c>. Thread-safe.
/// </summary>
public sealed partial class FakeChat
{
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<long, FakeMessage> _byId = [];
    private readonly Dictionary<long, FakeTopic> _topics = [];
    private readonly List<ChatAction> _actions = [];

    /// <summary>Message 1 is the group's making; its number stands for the General topic.</summary>
    private long _lastId = 1;

    internal FakeChat(TelegramWorld world, long id, string type, string title, FakeUser? person = null, bool isForum = false)
    {
        World = world;
        Id = id;
        Type = type;
        Title = title;
        Person = person;
        IsForum = isForum;
        BotIsMember = person is null;
    }

    public long Id { get; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>.</summary>
    public string Type { get; }

    public string Title { get; }

    /// <summary>The name after <c>@</c> of a public supergroup; null for none.</summary>
    public string? Username { get; internal init; }

    /// <summary>The other side of a private chat; null in any other.</summary>
    public FakeUser? Person { get; }

    public bool IsForum { get; }

    /// <summary>A group or supergroup.</summary>
    public bool IsGroup => Type is "group" or "supergroup";

    /// <summary>The supergroup that this group became; null while it is one.</summary>
    public FakeChat? MigratedTo { get; private set; }

    /// <summary>Every message that stands here now, of people and of the bot, service messages included.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get { lock (World.Gate) return [.. _messages.Where(message => !message.IsDeleted)]; }
    }

    /// <summary>The messages of the bot under test that stand here now.</summary>
    public IReadOnlyList<FakeMessage> BotMessages => [.. Messages.Where(message => message.IsFromBot)];

    /// <summary>The bot's last message.</summary>
    /// <exception cref="InvalidOperationException">The bot said nothing.</exception>
    public FakeMessage LastMessage =>
        BotMessages.LastOrDefault() ?? throw new InvalidOperationException($"The bot said nothing in '{Title}'.");

    /// <summary>What the bot showed that it is doing, in order.</summary>
    public IReadOnlyList<ChatAction> Actions
    {
        get { lock (World.Gate) return [.. _actions]; }
    }

    internal TelegramWorld World { get; }

    internal Signal Changed { get; } = new();

    internal FakeMessage? Find(long id) => _byId.GetValueOrDefault(id) is { IsDeleted: false } message ? message : null;

    internal FakeTopic? FindTopic(long threadId) => _topics.GetValueOrDefault(threadId);

    internal void Act(ChatAction action)
    {
        _actions.Add(action);
        Changed.Pulse();
    }

    internal long NextId() => Type == "supergroup" ? ++_lastId : World.NextMessageId();

    /// <summary>Puts a message here, and says so to nobody but waiting tests.</summary>
    internal FakeMessage Add(FakeMessage message)
    {
        _messages.Add(message);
        _byId[message.Id] = message;
        Changed.Pulse();
        return message;
    }
}
