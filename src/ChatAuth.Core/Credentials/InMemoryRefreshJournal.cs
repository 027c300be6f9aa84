using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Core.Credentials;

/// <summary>A journal that forgets everything when the process ends: for tests, and for bots that keep no files.</summary>
internal sealed class InMemoryRefreshJournal : IRefreshJournal
{
    private readonly ConcurrentDictionary<RefreshFamily, RefreshRecord> _records = new();
    private readonly ConcurrentDictionary<RefreshFamily, SemaphoreSlim> _locks = new();

    public RefreshFamily FamilyOf(Uri issuer, Secret refreshToken) =>
        new(refreshToken.Fingerprint(SHA256.HashData(Encoding.UTF8.GetBytes(issuer.AbsoluteUri))));

    public async Task<IRefreshPage> OpenAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        var free = _locks.GetOrAdd(family, _ => new SemaphoreSlim(1, 1));
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Held(_records, family, free);
    }

    public RefreshEnd? FindEnd(RefreshFamily family) => _records.GetValueOrDefault(family)?.End;

    public IReadOnlyList<PendingRefresh> ListPending() =>
    [
        .. from record in _records
           where record.Value is { End: null, Last: not null }
           select new PendingRefresh(record.Key, record.Value.Last!),
    ];

    private sealed class Held(ConcurrentDictionary<RefreshFamily, RefreshRecord> records, RefreshFamily family, SemaphoreSlim free) : IRefreshPage
    {
        public RefreshRecord Record => records.GetValueOrDefault(family, RefreshRecord.Blank);

        public void Intend(RefreshIntent intent) => records[family] = Record.With(intent);

        public void Withdraw() => records[family] = Record.WithoutLast();

        public void Keep(RawTokenAnswer answer) => records[family] = Record with { Answer = answer };

        public void Clear() => records[family] = RefreshRecord.Blank;

        public void Close(RefreshEnd end) => records[family] = Record with { Answer = null, End = end };

        public void Dispose() => free.Release();
    }
}
