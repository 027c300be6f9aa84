using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Credentials;

/// <summary>Takes the locks of the program that an imported login belongs to, and makes sure that it still holds that login.</summary>
internal sealed class BorrowedLogins(IEnumerable<IWritableCredentialSource> sources)
{
    /// <summary>A loan; of a login that is our own, one without locks.</summary>
    public async Task<SourceLoan> TakeAsync(RefreshableLogin login, CancellationToken cancellationToken)
    {
        if (!login.Entry.IsImport) return SourceLoan.Own;
        if (sources.FirstOrDefault(source => source.Name == login.Entry.Source) is not { } source) return SourceLoan.Changed;
        if (await source.TakeAsync(cancellationToken).ConfigureAwait(false) is not { } held) return SourceLoan.Changed;
        try
        {
            return new SourceLoan(held, IsSame(held.Read(), login) ? null : ErrorCode.RefreshSourceChanged);
        }
        catch
        {
            // Nobody else would give them back, and the program would be kept out as long as this process lives.
            await held.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsSame(Credential.OAuth? there, RefreshableLogin login) => there?.Refresh is { } token && token.Equals(login.Token);
}
