using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <content>What went to and fro.</content>
public sealed partial class FakeTelegramServer
{
    /// <summary>Every request that arrived, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get { lock (_world.Gate) return [.. _world.Requests]; }
    }

    /// <summary>Every update ever made, as JSON, in order: what <c>TelegramChannel.HandleAsync</c> takes.</summary>
    public IReadOnlyList<string> Updates
    {
        get { lock (_world.Gate) return [.. _world.Updates.All]; }
    }

    /// <summary>The update made last.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string LastUpdate
    {
        get { lock (_world.Gate) return _world.Updates.All.LastOrDefault() ?? throw new InvalidOperationException("Nobody did anything."); }
    }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates
    {
        get { lock (_world.Gate) return _world.Updates.Count; }
    }

    /// <summary>The menu set for a scope such as <c>all_private_chats</c>; null for none.</summary>
    public JsonArray? CommandsOf(string scope = "default", string languageCode = "")
    {
        lock (_world.Gate) return _world.Commands.GetValueOrDefault($"{scope} {languageCode}")?.DeepClone().AsArray();
    }

    /// <summary>The address of the webhook; null for none.</summary>
    public Uri? WebhookUrl
    {
        get { lock (_world.Gate) return _world.Webhook?.Url; }
    }

    /// <summary>The requests of a method, in order.</summary>
    public IReadOnlyList<RecordedRequest> RequestsOf(string method) =>
        [.. Requests.Where(request => request.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits until so many requests of a method were answered, and returns the last of them.</summary>
    /// <exception cref="TimeoutException">They were not in time (15 seconds where none is named).</exception>
    public Task<RecordedRequest> WaitForRequestAsync(string method, int count = 1, TimeSpan? timeout = null) => _world.Requested.UntilAsync(
        () => RequestsOf(method).Where(request => request.Status is not null).ElementAtOrDefault(count - 1),
        timeout,
        () => $"Not {count} of {method} in time.");

    /// <summary>Waits until so many requests of a method have arrived and the first look at them is over: a poll waits by then.</summary>
    /// <exception cref="TimeoutException">They have not in time (15 seconds where none is named).</exception>
    public Task<RecordedRequest> WaitForRequestArrivalAsync(string method, int count = 1, TimeSpan? timeout = null) => _world.Requested.UntilAsync(
        () => RequestsOf(method).Where(request => request.IsUnderWay).ElementAtOrDefault(count - 1),
        timeout,
        () => $"Not {count} of {method} in time.");

    /// <summary>Waits until a poll waits for the next update.</summary>
    /// <exception cref="TimeoutException">None does within 15 seconds.</exception>
    public Task WaitForPollAsync() => _world.Requested.UntilAsync(
        () => RequestsOf("getUpdates").FirstOrDefault(request => request is { IsUnderWay: true, Status: null }), null, () => "Nobody polls.");

    /// <summary>Waits until the bot has confirmed every update.</summary>
    public Task WaitUntilConfirmedAsync(TimeSpan? timeout = null) =>
        _world.Updates.Changed.UntilAsync(() => PendingUpdates == 0 ? this : null, timeout, () => $"{PendingUpdates} updates are not confirmed.");

    /// <summary>Tells an update again that was told before, under its id.</summary>
    public void Redeliver(long updateId)
    {
        lock (_world.Gate) _world.Updates.Add(_world.Updates.Past[updateId] with { IsBeingDelivered = false });
    }

    /// <summary>Goes on with another update id, as Telegram may after a week of silence. All updates must be confirmed.</summary>
    public void RestartUpdateIds(long id)
    {
        lock (_world.Gate) _world.Updates.RestartAt(id);
    }

    /// <summary>Queues an update of any kind and content.</summary>
    /// <param name="kind">Such as <c>channel_post</c>.</param>
    /// <param name="content">What stands under that name.</param>
    public void Deliver(string kind, JsonObject content)
    {
        lock (_world.Gate) _world.Deliver(kind, 0, content.DeepClone());
    }
}
