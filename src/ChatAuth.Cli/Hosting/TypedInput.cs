using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Hosting;

/// <summary>What is typed or piped into this process.</summary>
/// <param name="Piped">Standard input, where nobody sits at it.</param>
/// <param name="Keys">The terminal's keys.</param>
/// <param name="IsTerminal">A person sits at standard input.</param>
internal sealed record TypedInput(Func<TextReader> Piped, IKeyInput Keys, bool IsTerminal)
{
    public static TypedInput OfConsole() => new(() => Console.In, new ConsoleKeys(), !Console.IsInputRedirected);
}
