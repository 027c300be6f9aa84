using System.Collections.Concurrent;
using System.Text.Json;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>Hands updates in once, however often Telegram tells them, and records them when they are dealt with. Thread-safe.</summary>
internal sealed partial class TelegramIntake(TelegramChannel channel, IDeliveryLedger ledger, ILogger<TelegramIntake>? log = null)
{
    private readonly DeliveryRecorder _recorder = new(ledger);
    private readonly ConcurrentDictionary<long, Task> _running = new();

    /// <summary>Who the bot is; null when Telegram cannot be asked now, or does not know the token.</summary>
    public ValueTask<TelegramBot?> FindBotAsync(CancellationToken cancellationToken) => channel.FindBotAsync(cancellationToken);

    /// <summary>Takes updates in, in their order.</summary>
    /// <param name="bot">Whose they are.</param>
    /// <param name="updates">The updates.</param>
    /// <param name="cancellationToken">Cancels taking them in.</param>
    /// <param name="workToken">Cancels what they ask for.</param>
    /// <returns>Their ids, each with when it is dealt with and recorded.</returns>
    public async Task<IReadOnlyList<(long Id, Task Recorded)>> TakeAsync(
        TelegramBot bot, IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken, CancellationToken workToken)
    {
        var source = FormattableString.Invariant($"telegram:{bot.Id}");
        List<(long Id, JsonElement Update)> numbered = [.. updates.Select(update => (Id: IdOf(update), update)).Where(entry => entry.Id is not null).Select(entry => (entry.Id!.Value, entry.update))];
        var known = await ledger.FindKnownAsync(source, [.. numbered.Select(entry => entry.Id)], cancellationToken).ConfigureAwait(false);
        return [.. numbered.Select(entry => (entry.Id, known.Contains(entry.Id) ? Task.CompletedTask : Take(source, entry.Id, TelegramUpdateReader.Read(entry.Update, bot), workToken)))];
    }

    /// <summary>Waits until nothing is in progress, as long as that may take.</summary>
    public async Task WhenIdleAsync(TimeSpan atMost, TimeProvider time)
    {
        var idle = Task.WhenAll(_running.Values);
        await Task.WhenAny(idle, Task.Delay(atMost, time)).ConfigureAwait(false);
    }

    private static long? IdOf(JsonElement update) =>
        update.ValueKind is JsonValueKind.Object && update.TryGetProperty("update_id", out var id) && id.TryGetInt64(out var number) ? number : null;

    private Task Take(string source, long id, TelegramEvent happened, CancellationToken workToken)
    {
        if (_running.TryGetValue(id, out var running)) return running;
        // Its place in its conversation is taken here, before the next update is looked at.
        var recorded = FinishAsync(source, id, channel.Receive(happened, workToken).Done);
        _running[id] = recorded;
        if (recorded.IsCompleted) _running.TryRemove(id, out _);
        return recorded;
    }

    private async Task FinishAsync(string source, long id, Task done)
    {
        await done.ConfigureAwait(false);
        try
        {
            await _recorder.RecordAsync(source, id).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            // It is dealt with all the same; told again, its cause is recognised by what it changed or charged.
            if (log is not null) LogUnrecorded(log, broken.Code.Id);
        }
        _running.TryRemove(id, out _);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update was not recorded as dealt with: {Code}")]
    private static partial void LogUnrecorded(ILogger log, string code);
}
