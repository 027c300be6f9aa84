using ChatAuth.Cli.Hosting;

namespace ChatAuth.Cli.Onboarding;

/// <summary>Asks a person yes or no.</summary>
internal static class Question
{
    /// <summary>Asks; Enter takes the default.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, or no more keys.</exception>
    public static async Task<bool> AskAsync(CliHost host, string question, bool usual, CancellationToken cancellationToken)
    {
        using var captured = host.Input.Keys.Capture();
        host.Error.Write($"{question} {(usual ? "Y/n" : "y/N")} ");
        host.Error.Flush();
        while (true)
        {
            var key = await host.Input.Keys.ReadKeyAsync(cancellationToken).ConfigureAwait(false);
            bool? answer = key switch
            {
                { Key: ConsoleKey.Enter } => usual,
                { KeyChar: 'y' or 'Y' } => true,
                { KeyChar: 'n' or 'N' } => false,
                { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.C or ConsoleKey.D } or { KeyChar: '\0', Key: 0 } => Cancelled(host),
                _ => null,
            };
            if (answer is not { } given) continue;
            host.Error.WriteLine(given ? "yes" : "no");
            return given;
        }
    }

    private static bool? Cancelled(CliHost host)
    {
        host.Error.WriteLine();
        throw new OperationCanceledException();
    }
}
