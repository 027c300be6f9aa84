using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Files;

/// <summary>The journal of refreshes in files, one a refresh token, under locks that every process of the host user shares.</summary>
internal sealed class RefreshJournal(RefreshDirectory directory, TimeProvider time) : IRefreshJournal
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    /// <summary>Longer than an exchange, with its answer read to the end, can take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public RefreshFamily FamilyOf(Uri issuer, Secret refreshToken) => directory.FamilyOf(issuer, refreshToken);

    public async Task<IRefreshPage> OpenAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        directory.Create();
        var held = await FileLock.TakeAsync(directory.LockOf(family), time, cancellationToken, Patience).ConfigureAwait(false);
        try
        {
            return RefreshPage.Open(directory.PageOf(family), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public RefreshEnd? FindEnd(RefreshFamily family)
    {
        directory.Verify();
        return RefreshPage.Read(directory.PageOf(family)).End;
    }

    public IReadOnlyList<PendingRefresh> ListPending()
    {
        directory.Verify();
        var pages = directory.Pages.Select(path => (Path: path, Changed: File.GetLastWriteTimeUtc(path))).ToList();
        // Counted from the newest page: a clock that jumps must not make the journal forget.
        var newest = pages.Select(page => page.Changed).DefaultIfEmpty(DateTime.MaxValue).Max();
        var pending = new List<PendingRefresh>();
        foreach (var (path, changed) in pages)
        {
            if (PrivateFile.Find(path, allowGroupReadable: false) is not { } status) continue;
            if (newest - changed > Memory) File.Delete(path);
            else if (RefreshPage.IsOpen(status) && RefreshPage.Read(path) is { End: null, Last: { } intent })
            {
                pending.Add(new PendingRefresh(new RefreshFamily(Path.GetFileNameWithoutExtension(path)), intent));
            }
        }
        return pending;
    }
}
