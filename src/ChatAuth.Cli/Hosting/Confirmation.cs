using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Hosting;

/// <summary>Asks a person whether to go on.</summary>
internal static class Confirmation
{
    /// <summary>Asks, unless it was answered on the command line.</summary>
    /// <returns>What speaks against going on: nobody can be asked; null to go on.</returns>
    /// <exception cref="OperationCanceledException">The person does not want to.</exception>
    public static async Task<ErrorCode?> AskAsync(CliHost host, string question, bool isAnswered, CancellationToken cancellationToken, bool usual = false)
    {
        if (isAnswered) return null;
        if (!host.Input.IsTerminal) return ErrorCode.ConfirmationMissing;
        return await Question.AskAsync(host, question, usual, cancellationToken).ConfigureAwait(false) ? null : throw new OperationCanceledException();
    }
}
