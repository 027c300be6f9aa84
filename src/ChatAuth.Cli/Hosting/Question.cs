namespace ChatAuth.Cli.Hosting;

/// <summary>Asks a person yes or no.</summary>
internal static class Question
{
    /// <summary>Asks. The first y or n counts, and Enter ends it, so that the Enter of one answer is not taken for the next; Enter alone takes the default.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, or no more keys.</exception>
    public static async Task<bool> AskAsync(CliHost host, string question, bool usual, CancellationToken cancellationToken)
    {
        using var captured = host.Input.Keys.Capture();
        host.Error.Write($"{question} {(usual ? "Y/n" : "y/N")} ");
        host.Error.Flush();
        bool? answer = null;
        while (true)
        {
            var key = await host.Input.Keys.ReadKeyAsync(cancellationToken).ConfigureAwait(false);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    if (answer is null) Say(host, usual);
                    host.Error.WriteLine();
                    return answer ?? usual;
                case { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.C or ConsoleKey.D } or { KeyChar: '\0', Key: 0 }:
                    host.Error.WriteLine();
                    throw new OperationCanceledException();
                case { KeyChar: 'y' or 'Y' or 'n' or 'N' } when answer is null:
                    answer = key.KeyChar is 'y' or 'Y';
                    Say(host, answer.Value);
                    break;
            }
        }
    }

    private static void Say(CliHost host, bool answer)
    {
        host.Error.Write(answer ? "yes" : "no");
        host.Error.Flush();
    }
}
