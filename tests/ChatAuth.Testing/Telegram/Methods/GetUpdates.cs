using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class GetUpdates
{
    private const string WebhookIsSet = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private const string AnotherPoll = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    public static async Task<string> DoAsync(TelegramCall call, CancellationToken gone)
    {
        var world = call.World;
        var offset = call.Number("offset") ?? 0;
        var limit = (int)Math.Clamp(call.Number("limit") ?? TelegramLimits.Updates, 1, TelegramLimits.Updates);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, TelegramLimits.PollSeconds));
        Task<string?> poll;
        lock (world.Gate)
        {
            if (world.Webhook is not null) throw TelegramRefusal.Conflict(WebhookIsSet);
            world.Updates.Allow(call.Json("allowed_updates") as JsonArray);
            var updates = world.Updates.Take(offset, limit);
            if (updates.Count > 0 || timeout == TimeSpan.Zero) return Json(updates);
            world.Updates.Wake(AnotherPoll);
            poll = world.Updates.Poll();
            call.Request.IsUnderWay = true;
        }
        world.Requested.Pulse();
        try
        {
            if (await poll.WaitAsync(timeout, world.Time, gone) is { } conflict) throw new TelegramRefusal(409, conflict);
        }
        catch (TimeoutException)
        {
            // Nothing came: the answer is empty.
        }
        lock (world.Gate) return Json(world.Updates.Take(offset, limit));
    }

    private static string Json(IEnumerable<QueuedUpdate> updates) => $"[{string.Join(',', updates.Select(update => update.Json))}]";
}
