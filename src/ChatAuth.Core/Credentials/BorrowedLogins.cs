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
        var held = await source.TakeAsync(cancellationToken).ConfigureAwait(false);
        return held is null ? SourceLoan.Changed : new SourceLoan(held, IsSame(held.Read(), login) ? null : ErrorCode.RefreshSourceChanged);
    }

    private static bool IsSame(Credential.OAuth? there, RefreshableLogin login) => there?.Refresh is { } token && token.Equals(login.Token);
}
