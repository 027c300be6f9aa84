using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>All that the fake knows; it outlives a fall of the server. Everything mutable is read and written under <see cref="Gate"/>.</summary>
internal sealed class TelegramWorld(FakeTelegramOptions options)
{
    private long _messageId = 100;
    private long _tapId = 4_839_201_700_000_000;

    public Lock Gate { get; } = new();

    public FakeTelegramOptions Options => options;

    public TimeProvider Time => options.Time;

    public FakeUser Bot { get; } = new(options.BotId, "ChatAuth", options.BotUsername, true);

    public Dictionary<long, FakeUser> Users { get; } = [];

    public Dictionary<long, FakeChat> Chats { get; } = [];

    public Dictionary<string, FakeTap> Taps { get; } = [];

    /// <summary>Menus by scope and language.</summary>
    public Dictionary<string, JsonArray> Commands { get; } = [];

    public UpdateQueue Updates { get; } = new(options.FirstUpdateId);

    public Webhook? Webhook { get; set; }

    /// <summary>The server fell: it delivers nothing either.</summary>
    public bool IsDown { get; set; }

    public FloodLimit Flood { get; } = new(options.Time);

    public List<RecordedRequest> Requests { get; } = [];

    public Signal Requested { get; } = new();

    public ConcurrentQueue<string> Defects { get; } = new();

    public TelegramSpec? Spec { get; } = TelegramSpec.Find();

    /// <summary>The next message id of private chats and groups, which share one count.</summary>
    public long NextMessageId() => ++_messageId;

    public string NextTapId() => $"{++_tapId}";

    /// <summary>The chat of a number, or of a name after <c>@</c>; null for none.</summary>
    public FakeChat? FindChat(string? id) => id is ['@', .. var name]
        ? Chats.Values.FirstOrDefault(chat => name.Equals(chat.Username, StringComparison.OrdinalIgnoreCase))
        : long.TryParse(id, out var number) ? Chats.GetValueOrDefault(number) : null;

    /// <summary>Queues an update, and holds it against the specification.</summary>
    public void Deliver(string kind, long chat, JsonNode payload)
    {
        if (Updates.Add(kind, chat, payload) is { } update) Report(Spec?.CheckType("Update", update));
    }

    /// <summary>A request begins.</summary>
    public RecordedRequest Record(string method, JsonObject body)
    {
        var request = new RecordedRequest(method, body, Time.GetUtcNow());
        Report(Spec?.CheckMethod(method, body));
        lock (Gate) Requests.Add(request);
        Requested.Pulse();
        return request;
    }

    public void Report(IEnumerable<string>? defects)
    {
        foreach (var defect in defects ?? []) Defects.Enqueue(defect);
    }
}
