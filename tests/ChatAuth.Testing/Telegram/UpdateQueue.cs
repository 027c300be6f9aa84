using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>The updates that wait for the bot, in their order. Its owner's lock guards it.</summary>
internal sealed class UpdateQueue(long firstId)
{
    /// <summary>An offset further than this past the end is taken for one of another time, and confirms nothing.</summary>
    private const int FarPastTheEnd = 10;

    /// <summary>Kinds that come only where they are asked for.</summary>
    private static readonly HashSet<string> OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly LinkedList<QueuedUpdate> _waiting = [];
    private HashSet<string> _allowed = [];
    private TaskCompletionSource<string?>? _poll;

    public Signal Changed { get; } = new();

    /// <summary>Every update ever made, by its id; a later one of the same id wins.</summary>
    public Dictionary<long, QueuedUpdate> Past { get; } = [];

    public List<string> All { get; } = [];

    public long NextId { get; private set; } = firstId;

    public int Count => _waiting.Count;

    public IEnumerable<QueuedUpdate> Waiting => _waiting;

    public IReadOnlyCollection<string> Allowed => _allowed;

    /// <summary>Remembers the kinds wanted; null keeps those of before.</summary>
    public void Allow(JsonArray? kinds)
    {
        if (kinds is not null) _allowed = [.. kinds.Select(kind => $"{kind}")];
    }

    /// <summary>Queues an update, unless its kind is not wanted. Returns it, or null.</summary>
    public JsonObject? Add(string kind, long chat, JsonNode payload)
    {
        if (_allowed.Count > 0 ? !_allowed.Contains(kind) : OnRequest.Contains(kind)) return null;
        var update = new JsonObject { ["update_id"] = NextId, [kind] = payload };
        Add(new QueuedUpdate(NextId++, chat, update.ToJsonString()));
        return update;
    }

    public void Add(QueuedUpdate update)
    {
        Past[update.Id] = update;
        All.Add(update.Json);
        _waiting.AddLast(update);
        Wake(null);
        Changed.Pulse();
    }

    public void RestartAt(long id) =>
        NextId = Count == 0 ? id : throw new InvalidOperationException("Telegram starts anew only after a week without updates: confirm them first.");

    /// <summary>The updates from an offset on; those before it are confirmed.</summary>
    public IReadOnlyList<QueuedUpdate> Take(long offset, int limit)
    {
        if (offset < 0) Forget(_waiting.Count + (int)Math.Max(offset, -_waiting.Count));
        else if (offset <= NextId + FarPastTheEnd) Forget(_waiting.TakeWhile(update => update.Id < offset).Count());
        return [.. _waiting.Take(limit)];
    }

    public void Remove(QueuedUpdate update)
    {
        _waiting.Remove(update);
        Changed.Pulse();
    }

    public void Clear() => Forget(_waiting.Count);

    /// <summary>Begins to wait. The task ends with null for an update, or with why the poll is over.</summary>
    public Task<string?> Poll()
    {
        _poll = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _poll.Task;
    }

    public void Wake(string? conflict)
    {
        _poll?.TrySetResult(conflict);
        _poll = null;
    }

    private void Forget(int count)
    {
        for (; count > 0; count--) _waiting.RemoveFirst();
        Changed.Pulse();
    }
}
