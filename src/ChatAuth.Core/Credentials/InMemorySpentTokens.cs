using System.Collections.Concurrent;

namespace ChatAuth.Core.Credentials;

/// <summary>Spent tokens known to this process and forgotten with it: for tests and small bots.</summary>
internal sealed class InMemorySpentTokens(TimeProvider time) : ISpentTokens
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new();

    public async Task<bool> HasAsync(string fingerprint, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _spent.TryGetValue(fingerprint, out var at) && time.GetUtcNow() < at + Kept;
    }

    public async Task RecordAsync(string fingerprint, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _spent[fingerprint] = time.GetUtcNow();
    }
}
