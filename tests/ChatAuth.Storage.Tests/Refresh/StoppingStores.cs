using System.Diagnostics;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>The journal of a process that is killed at one point.</summary>
internal sealed class StoppingJournal(IRefreshJournal inner, StopPoint stop) : IRefreshJournal
{
    public RefreshFamily FamilyOf(Uri issuer, Secret refreshToken) => inner.FamilyOf(issuer, refreshToken);

    public async Task<IRefreshPage> OpenAsync(RefreshFamily family, CancellationToken cancellationToken) =>
        new Page(await inner.OpenAsync(family, cancellationToken), stop);

    public RefreshEnd? FindEnd(RefreshFamily family) => inner.FindEnd(family);

    public IReadOnlyList<PendingRefresh> ListPending() => inner.ListPending();

    /// <summary>Kills this process as <c>kill -9</c> does, when it has come to the point.</summary>
    public static void Reach(StopPoint point, StopPoint stop)
    {
        if (point != stop) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    private sealed class Page(IRefreshPage inner, StopPoint stop) : IRefreshPage
    {
        public RefreshRecord Record => inner.Record;

        public void Intend(RefreshIntent intent)
        {
            Reach(StopPoint.BeforeIntent, stop);
            inner.Intend(intent);
            Reach(StopPoint.AfterIntent, stop);
        }

        public void Withdraw() => inner.Withdraw();

        public void Keep(RawTokenAnswer answer)
        {
            inner.Keep(answer);
            Reach(StopPoint.AfterAnswer, stop);
        }

        public void Clear()
        {
            inner.Clear();
            Reach(StopPoint.AfterClose, stop);
        }

        public void Close(RefreshEnd end)
        {
            inner.Close(end);
            Reach(StopPoint.AfterClose, stop);
        }

        public void Dispose() => inner.Dispose();
    }
}

/// <summary>The store of a process that is killed once it has saved.</summary>
internal sealed class StoppingStore(ICredentialStore inner, StopPoint stop) : ICredentialStore
{
    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken) => inner.LoadAsync(agent, cancellationToken);

    public async Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken)
    {
        var set = await inner.EditAsync(agent, decide, cancellationToken);
        StoppingJournal.Reach(StopPoint.AfterStore, stop);
        return set;
    }
}
