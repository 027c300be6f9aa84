namespace ChatAuth.Core.Commands;

/// <summary>Where completion gets its names: a line editor's Tab, a platform's autocomplete.</summary>
public interface ICompletionSource
{
    /// <summary>The names that this person may be offered here; none where they may not view. Changes nothing.</summary>
    /// <param name="context">Whose text it is, and where.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CompletionNames> ListAsync(CommandContext context, CancellationToken cancellationToken);
}
