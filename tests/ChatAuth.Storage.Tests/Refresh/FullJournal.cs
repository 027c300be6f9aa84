using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>
/// A journal whose disk is full at one write, once: a file system that copies what it changes can refuse even where the room was taken before.
/// </summary>
public sealed class FullJournal(IRefreshJournal inner, FullJournal.Write refused) : IRefreshJournal
{
    private bool _isRefused;

    public enum Write
    {
        Answer,
        Close,
    }

    public RefreshFamily FamilyOf(Uri issuer, Secret refreshToken) => inner.FamilyOf(issuer, refreshToken);

    public async Task<IRefreshPage> OpenAsync(RefreshFamily family, CancellationToken cancellationToken) => new Page(this, await inner.OpenAsync(family, cancellationToken));

    public RefreshEnd? FindEnd(RefreshFamily family) => inner.FindEnd(family);

    public IReadOnlyList<PendingRefresh> ListPending() => inner.ListPending();

    private void Reach(Write write)
    {
        if (write != refused || _isRefused) return;
        _isRefused = true;
        throw new ChatAuthException(ErrorCode.StoreUnwritable, "No space left on device");
    }

    private sealed class Page(FullJournal journal, IRefreshPage inner) : IRefreshPage
    {
        private RawTokenAnswer? _answer;

        public RefreshRecord Record => _answer is null ? inner.Record : inner.Record with { Answer = _answer };

        public void Intend(RefreshIntent intent) => inner.Intend(intent);

        public void Withdraw() => inner.Withdraw();

        public void Keep(RawTokenAnswer answer)
        {
            _answer = answer;
            journal.Reach(Write.Answer);
            inner.Keep(answer);
        }

        public void Clear() => inner.Clear();

        public void Close(RefreshEnd end)
        {
            journal.Reach(Write.Close);
            inner.Close(end);
        }

        public void Dispose() => inner.Dispose();
    }
}
