namespace ChatAuth.Testing.Discord;

/// <summary>A message as it looks now. What people do with it is in <c>FakeDiscordMessage.Acting</c>.</summary>
public sealed partial class FakeDiscordMessage
{
    private readonly DiscordWorld _world;
    private volatile DiscordMessageContent _content;
    private volatile int _edits;

    internal FakeDiscordMessage(DiscordWorld world, FakeDiscordChannel channel, FakeDiscordUser author, DiscordMessageContent content)
    {
        _world = world;
        _content = content;
        Channel = channel;
        Author = author;
        Id = world.NextId();
        SentAt = world.Time.GetUtcNow();
    }

    public string Id { get; }

    public FakeDiscordChannel Channel { get; }

    public FakeDiscordUser Author { get; }

    public DateTimeOffset SentAt { get; }

    /// <summary>The only one who sees it; null for everybody here.</summary>
    public FakeDiscordUser? OnlyFor { get; internal init; }

    /// <summary>Only one person sees it.</summary>
    public bool IsEphemeral => OnlyFor is not null;

    /// <summary>Shown as "is thinking…": the answer was deferred and is not here yet.</summary>
    public bool IsThinking => (_content.Flags & DiscordMessageContent.Loading) != 0;

    /// <summary>The interaction that it answers; null for a message of the bot's own or of a person.</summary>
    public FakeDiscordInteraction? Interaction { get; internal init; }

    /// <summary>The message that it answers; null for none.</summary>
    public FakeDiscordMessage? ReplyTo { get; internal init; }

    public string Content => _content.Text;

    public IReadOnlyList<IReadOnlyList<FakeDiscordComponent>> Rows => _content.Rows;

    /// <summary>All its components, row by row.</summary>
    public IEnumerable<FakeDiscordComponent> Components => Rows.SelectMany(row => row);

    public IEnumerable<FakeDiscordComponent> Buttons => Components.Where(component => component.Type == 2);

    public IEnumerable<FakeDiscordComponent> Menus => Components.Where(component => component.Type == 3);

    public int EditCount => _edits;

    /// <summary>The flags that Discord shows: 4 no previews, 64 for one person, 128 thinking.</summary>
    public int Flags => _content.Flags | (IsEphemeral ? DiscordMessageContent.Ephemeral : 0);

    /// <summary>Whom it pinged: ids of people and roles, <c>everyone</c>, <c>here</c>.</summary>
    public IReadOnlyList<string> Pings => _content.Pings;

    /// <summary>The people and bots that its text names.</summary>
    internal IEnumerable<FakeDiscordUser> Mentioned =>
        _world.People.Values.Append(_world.Bot).Where(user => Content.Contains($"<@{user.Id}>", StringComparison.Ordinal) || Content.Contains($"<@!{user.Id}>", StringComparison.Ordinal));

    internal DiscordMessageContent Now => _content;

    internal DateTimeOffset? EditedAt { get; private set; }

    public bool IsSeenBy(FakeDiscordUser person) => OnlyFor is null || OnlyFor == person;

    /// <summary>Waits until the message looks like this, an edit included.</summary>
    /// <exception cref="TimeoutException">It does not in time.</exception>
    public Task<FakeDiscordMessage> WaitForAsync(Func<FakeDiscordMessage, bool> looks, TimeSpan? timeout = null) =>
        Channel.Changed.UntilAsync(() => looks(this) ? this : null, timeout, () => $"The message still is: {this}");

    public override string ToString()
    {
        var components = Components.Select(component => component.Label ?? component.Placeholder ?? "menu");
        return $"{Author}{(IsEphemeral ? $" to {OnlyFor} only" : "")}: {(IsThinking ? "(thinking)" : Content)} [{string.Join(" | ", components)}]";
    }

    internal void Edit(DiscordMessageContent content)
    {
        var wasThinking = IsThinking;
        _content = content;
        if (!wasThinking)
        {
            EditedAt = _world.Time.GetUtcNow();
            _edits++;
        }
        Channel.Changed.Pulse();
        Interaction?.Changed.Pulse();
    }
}
