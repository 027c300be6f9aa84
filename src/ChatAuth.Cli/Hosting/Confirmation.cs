using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Hosting;

/// <summary>Asks a person whether to go on.</summary>
internal static class Confirmation
{
    /// <summary>Asks, unless it was answered on the command line.</summary>
    /// <returns>What speaks against going on: nobody can be asked; null to go on.</returns>
    /// <exception cref="OperationCanceledException">The person does not want to.</exception>
    public static async Task<ErrorCode?> AskAsync(CliHost host, string question, bool isAnswered, CancellationToken cancellationToken)
    {
        if (isAnswered) return null;
        if (!host.Input.IsTerminal) return ErrorCode.ConfirmationMissing;
        using var captured = host.Input.Keys.Capture();
        host.Error.Write($"{question} y/N ");
        host.Error.Flush();
        var key = await host.Input.Keys.ReadKeyAsync(cancellationToken).ConfigureAwait(false);
        var isYes = key.KeyChar is 'y' or 'Y';
        host.Error.WriteLine(isYes ? "yes" : "no");
        return isYes ? null : throw new OperationCanceledException();
    }
}
