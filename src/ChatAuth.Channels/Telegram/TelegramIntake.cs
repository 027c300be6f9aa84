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

    /// <summary>Until it stands in the ledger, an update is here: who looks here first and there afterwards misses none.</summary>
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _running = new();

    /// <summary>Who the bot is; null when Telegram cannot be asked now, or does not know the token.</summary>
    public ValueTask<TelegramBot?> FindBotAsync(CancellationToken cancellationToken) => channel.FindBotAsync(cancellationToken);

    /// <summary>Takes updates in, in their order.</summary>
    /// <param name="bot">Whose they are.</param>
    /// <param name="updates">The updates.</param>
    /// <param name="cancellationToken">Cancels taking them in.</param>
    /// <param name="workToken">Cancels what they ask for.</param>
    /// <returns>Their ids, each with when it is dealt with and recorded; cancelled where it is neither.</returns>
    public async Task<IReadOnlyList<(long Id, Task Recorded)>> TakeAsync(
        TelegramBot bot, IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken, CancellationToken workToken)
    {
        var source = FormattableString.Invariant($"telegram:{bot.Id}");
        List<Claim> claims = [.. updates.Select(update => IdOf(update) is { } id ? ClaimOf(id, update) : null).OfType<Claim>()];
        var ours = claims.Where(claim => claim.IsOurs).ToList();
        var knowing = ledger.FindKnownAsync(source, [.. ours.Select(claim => claim.Id)], cancellationToken).AsTask();
        await ((Task)knowing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!knowing.IsCompletedSuccessfully) ours.ForEach(claim => End(claim, isRecorded: false));
        var known = await knowing.ConfigureAwait(false);
        foreach (var claim in ours)
        {
            // Its place in its conversation is taken here, before the next update is looked at.
            if (known.Contains(claim.Id)) End(claim, isRecorded: true);
            else _ = FinishAsync(source, claim, channel.Receive(TelegramUpdateReader.Read(claim.Update, bot), workToken).Done);
        }
        return [.. claims.Select(claim => (claim.Id, claim.Recorded.Task))];
    }

    /// <summary>Waits until nothing is in progress, as long as that may take.</summary>
    public async Task WhenIdleAsync(TimeSpan atMost, TimeProvider time) =>
        await Task.WhenAll(_running.Values.Select(running => running.Task)).WaitAsync(atMost, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static long? IdOf(JsonElement update) =>
        update.ValueKind is JsonValueKind.Object && update.TryGetProperty("update_id", out var id)
        && id.ValueKind is JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;

    private Claim ClaimOf(long id, JsonElement update)
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _running.GetOrAdd(id, recorded);
        return new Claim(id, update, first, first == recorded);
    }

    private async Task FinishAsync(string source, Claim claim, Task done)
    {
        var recording = RecordAsync(source, claim.Id, done);
        await recording.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(claim, recording.IsCompletedSuccessfully);
    }

    private async Task RecordAsync(string source, long id, Task done)
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
    }

    private void End(Claim claim, bool isRecorded)
    {
        _running.TryRemove(claim.Id, out _);
        if (isRecorded) claim.Recorded.SetResult();
        else claim.Recorded.SetCanceled();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update was not recorded as dealt with: {Code}")]
    private static partial void LogUnrecorded(ILogger log, string code);

    /// <summary>An update that was told; ours where nobody else has it in hand.</summary>
    private sealed record Claim(long Id, JsonElement Update, TaskCompletionSource Recorded, bool IsOurs);
}
