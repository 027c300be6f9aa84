using System.Collections.Concurrent;
using ChatAuth.Core.Delivery;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>A ledger whose answers wait for a test.</summary>
internal sealed class HeldLedger : IDeliveryLedger
{
    private readonly ConcurrentDictionary<long, bool> _known = new();

    /// <summary>What the next question waits for.</summary>
    public Task Finding { get; set; } = Task.CompletedTask;

    /// <summary>What the next record waits for.</summary>
    public Task Recording { get; set; } = Task.CompletedTask;

    /// <summary>What was recorded together.</summary>
    public ConcurrentQueue<IReadOnlyList<long>> Records { get; } = new();

    public async ValueTask<IReadOnlySet<long>> FindKnownAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = ids.Where(_known.ContainsKey).ToHashSet();
        await Finding;
        return found;
    }

    public async Task RecordAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        Records.Enqueue([.. ids]);
        await Recording;
        foreach (var id in ids) _known[id] = true;
    }
}
