using ChatAuth.Core.Delivery;

namespace ChatAuth.Channels.Telegram;

/// <summary>Records updates as dealt with: those that are waiting together become durable together.</summary>
internal sealed class DeliveryRecorder(IDeliveryLedger ledger)
{
    private readonly Lock _gate = new();
    private List<(string Source, long Id)> _waiting = [];
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWriting;

    /// <summary>Completes when the update is recorded, and fails where the ledger does.</summary>
    public Task RecordAsync(string source, long id)
    {
        lock (_gate)
        {
            _waiting.Add((source, id));
            var written = _written.Task;
            if (!_isWriting) _ = WriteAsync();
            _isWriting = true;
            return written;
        }
    }

    private async Task WriteAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (TakeWaiting() is var (ids, written))
        {
            try
            {
                foreach (var bySource in ids.GroupBy(entry => entry.Source, entry => entry.Id))
                {
                    await ledger.RecordAsync(bySource.Key, [.. bySource], CancellationToken.None).ConfigureAwait(false);
                }
                written.SetResult();
            }
            catch (Exception broken)
            {
                // Whoever waits for it decides: it is thrown there.
                written.SetException(broken);
            }
        }
    }

    private (List<(string Source, long Id)> Ids, TaskCompletionSource Written)? TakeWaiting()
    {
        lock (_gate)
        {
            _isWriting = _waiting.Count > 0;
            if (!_isWriting) return null;
            var taken = (_waiting, _written);
            (_waiting, _written) = ([], new(TaskCreationOptions.RunContinuationsAsynchronously));
            return taken;
        }
    }
}
