namespace ChatAuth.Cli.Chat;

/// <summary>What an interactive chat needs of a terminal besides its output.</summary>
/// <param name="Keys">Where keys come from.</param>
/// <param name="Size">How large it is now.</param>
/// <param name="Colour">Whether it shows colours.</param>
internal sealed record ChatTerminal(IKeyInput Keys, Func<ScreenSize> Size, bool Colour)
{
    /// <summary>This process's own; without colours where <c>NO_COLOR</c> is set and not empty (no-color.org).</summary>
    public static ChatTerminal OfConsole() =>
        new(new ConsoleKeys(), ScreenSize.OfConsole, string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
}
