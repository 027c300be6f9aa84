namespace ChatAuth.Cli.Chat;

/// <summary>What a terminal shows at once, in character cells. One that does not say how large it is counts as 80 by 24.</summary>
internal readonly record struct ScreenSize
{
    public ScreenSize(int columns, int rows) => (Columns, Rows) = (columns > 0 ? columns : 80, rows > 0 ? rows : 24);

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The size of this process's terminal now; it changes when the window does.</summary>
    public static ScreenSize OfConsole() => new(Console.WindowWidth, Console.WindowHeight);
}
