using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>A message as it looks now.</summary>
public sealed class FakeMessage
{
    private volatile MessageContent _content;
    private volatile int _edits;
    private volatile bool _deleted;

    internal FakeMessage(FakeChat chat, long id, FakeUser? from, DateTimeOffset sentAt, MessageContent content)
    {
        Chat = chat;
        Id = id;
        From = from;
        SentAt = sentAt;
        _content = content;
    }

    public FakeChat Chat { get; }

    public long Id { get; }

    /// <summary>Who sent it; null for a post of a channel.</summary>
    public FakeUser? From { get; }

    public DateTimeOffset SentAt { get; }

    /// <summary>The topic, or the thread of replies; null for neither.</summary>
    public long? ThreadId { get; internal init; }

    /// <summary>The topic that it is in; null outside of a forum and in General.</summary>
    public FakeTopic? Topic { get; internal init; }

    /// <summary>What it answers; null for nothing.</summary>
    public FakeMessage? ReplyTo { get; internal init; }

    /// <summary>The bot under test sent it.</summary>
    public bool IsFromBot => From?.Id == Chat.World.Bot.Id;

    /// <summary>The text, or the caption.</summary>
    public string Text => _content.Text;

    public IReadOnlyList<FakeEntity> Entities => _content.Entities;

    /// <summary>The rows of its buttons; empty for none.</summary>
    public IReadOnlyList<IReadOnlyList<FakeButton>> Keyboard => _content.Keyboard?.Rows ?? [];

    /// <summary>All its buttons, row by row.</summary>
    public IEnumerable<FakeButton> Buttons => Keyboard.SelectMany(row => row);

    public int EditCount => _edits;

    public bool IsDeleted => _deleted;

    internal DateTimeOffset? EditedAt { get; private set; }

    /// <summary>The text stands below a file.</summary>
    internal bool IsCaption { get; init; }

    /// <summary>Fields of the message beyond text and sender.</summary>
    internal JsonObject Extra { get; init; } = [];

    internal MessageContent Content => _content;

    /// <summary>The button that says this, or has this in what it says.</summary>
    /// <exception cref="InvalidOperationException">No button does.</exception>
    public FakeButton Button(string label) =>
        Buttons.FirstOrDefault(button => button.Text == label)
        ?? Buttons.FirstOrDefault(button => button.Text.Contains(label, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No button says '{label}': {this}");

    /// <summary>Waits until the message looks like this, an edit included.</summary>
    /// <exception cref="TimeoutException">It does not in time.</exception>
    public Task<FakeMessage> WaitForAsync(Func<FakeMessage, bool> looks, TimeSpan? timeout = null) =>
        Chat.Changed.UntilAsync(() => looks(this) ? this : null, timeout, () => $"The message still is: {this}");

    public override string ToString() => $"#{Id} {From?.FirstName}: {Text} [{string.Join(" | ", Buttons.Select(button => button.Text))}]";

    internal void Edit(MessageContent content, DateTimeOffset now)
    {
        _content = content;
        EditedAt = now;
        _edits++;
    }

    internal void Delete() => _deleted = true;
}
