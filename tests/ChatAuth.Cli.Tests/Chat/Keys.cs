namespace ChatAuth.Cli.Tests.Chat;

/// <summary>Key presses as the console reports them.</summary>
internal static class Keys
{
    public static readonly ConsoleKeyInfo Enter = new('\r', ConsoleKey.Enter, false, false, false);
    public static readonly ConsoleKeyInfo Tab = new('\t', ConsoleKey.Tab, false, false, false);
    public static readonly ConsoleKeyInfo Backspace = new('\x7f', ConsoleKey.Backspace, false, false, false);
    public static readonly ConsoleKeyInfo Escape = new('\e', ConsoleKey.Escape, false, false, false);
    public static readonly ConsoleKeyInfo Left = Of(ConsoleKey.LeftArrow);
    public static readonly ConsoleKeyInfo Right = Of(ConsoleKey.RightArrow);
    public static readonly ConsoleKeyInfo Up = Of(ConsoleKey.UpArrow);
    public static readonly ConsoleKeyInfo Down = Of(ConsoleKey.DownArrow);
    public static readonly ConsoleKeyInfo Home = Of(ConsoleKey.Home);

    public static ConsoleKeyInfo Of(char typed) => new(typed, ConsoleKey.None, false, false, false);

    public static ConsoleKeyInfo Of(ConsoleKey key, ConsoleModifiers modifiers = ConsoleModifiers.None) => With(default, key, modifiers);

    public static ConsoleKeyInfo Control(char letter) => With((char)(letter - '@'), (ConsoleKey)letter, ConsoleModifiers.Control);

    public static ConsoleKeyInfo Alt(char letter) => With(char.ToLowerInvariant(letter), (ConsoleKey)letter, ConsoleModifiers.Alt);

    public static ConsoleKeyInfo With(char typed, ConsoleKey key, ConsoleModifiers modifiers) => new(
        typed,
        key,
        modifiers.HasFlag(ConsoleModifiers.Shift),
        modifiers.HasFlag(ConsoleModifiers.Alt),
        modifiers.HasFlag(ConsoleModifiers.Control));
}
