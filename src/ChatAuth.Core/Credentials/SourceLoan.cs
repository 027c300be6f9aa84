using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Credentials;

/// <summary>The locks of a source, or none.</summary>
/// <param name="held">The locks; null for a login of our own.</param>
/// <param name="problem">Why nothing may be sent; null when it may.</param>
internal sealed class SourceLoan(ISourceLock? held, ErrorCode? problem) : IAsyncDisposable
{
    public static SourceLoan Own { get; } = new(null, null);

    public static SourceLoan Changed { get; } = new(null, ErrorCode.RefreshSourceChanged);

    /// <summary>Why nothing may be sent; null when it may.</summary>
    public ErrorCode? Problem => problem;

    /// <summary>Writes the new login back if the source still holds a token of the family; false when it could not be asked.</summary>
    public bool GiveBack(Func<Secret, bool> isExchanged, Credential.OAuth login)
    {
        if (held is null) return problem is null;
        if (held.Read()?.Refresh is { } there && isExchanged(there)) held.Replace(there, login);
        return true;
    }

    public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
