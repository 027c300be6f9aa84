namespace ChatAuth.Cli.Chat;

/// <summary>What the editing keys do to a line, as in the common shells.</summary>
internal static class EditKeys
{
    /// <summary>The edited line, or null for a key that edits nothing.</summary>
    public static EditBuffer? Apply(ConsoleKeyInfo key, EditBuffer line) => key.Modifiers switch
    {
        ConsoleModifiers.Control => Control(key.Key, line),
        ConsoleModifiers.Alt => Alt(key.Key, line),
        _ => Plain(key.Key, line),
    };

    private static EditBuffer? Plain(ConsoleKey key, EditBuffer line) => key switch
    {
        ConsoleKey.Backspace => line.DeleteBack(),
        ConsoleKey.Delete => line.DeleteForward(),
        ConsoleKey.LeftArrow => line.Left(),
        ConsoleKey.RightArrow => line.Right(),
        ConsoleKey.Home => line.Home(),
        ConsoleKey.End => line.End(),
        _ => null,
    };

    private static EditBuffer? Control(ConsoleKey key, EditBuffer line) => key switch
    {
        ConsoleKey.A => line.Home(),
        ConsoleKey.E => line.End(),
        ConsoleKey.B => line.Left(),
        ConsoleKey.F => line.Right(),
        ConsoleKey.D => line.DeleteForward(),
        ConsoleKey.H or ConsoleKey.Backspace => line.DeleteBack(),
        ConsoleKey.W => line.DeleteArgumentBack(),
        ConsoleKey.K => line.KillToEnd(),
        ConsoleKey.U => line.KillToStart(),
        ConsoleKey.LeftArrow => line.WordLeft(),
        ConsoleKey.RightArrow => line.WordRight(),
        _ => null,
    };

    private static EditBuffer? Alt(ConsoleKey key, EditBuffer line) => key switch
    {
        ConsoleKey.B or ConsoleKey.LeftArrow => line.WordLeft(),
        ConsoleKey.F or ConsoleKey.RightArrow => line.WordRight(),
        ConsoleKey.Backspace => line.DeleteWordBack(),
        _ => null,
    };
}
