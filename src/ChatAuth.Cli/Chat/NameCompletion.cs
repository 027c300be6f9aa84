using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Chat;

/// <summary>Completion for the line editor, from the names as they were when the line began.</summary>
/// <param name="source">Null where nobody lists names: then commands alone are completed.</param>
/// <param name="contexts">Who types.</param>
internal sealed class NameCompletion(ICompletionSource? source, ContextSequence contexts)
{
    private CompletionNames _names = CompletionNames.None;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (source is null) return;
        try
        {
            _names = await source.ListAsync(contexts.Next(), cancellationToken);
        }
        catch (ChatAuthException)
        {
            // A comfort only: the next command says what is broken.
        }
    }

    public IReadOnlyList<TerminalCandidate> Complete(string text, int cursor) => TerminalCompletion.Complete(text, cursor, _names);
}
