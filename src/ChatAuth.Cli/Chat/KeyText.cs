namespace ChatAuth.Cli.Chat;

/// <summary>What keys type. A character outside the basic plane comes as two keys, one for each half.</summary>
internal sealed class KeyText
{
    private char _highHalf;

    /// <summary>The text that is complete with this key; empty for a key that types nothing, and for half a character.</summary>
    public string Next(ConsoleKeyInfo key)
    {
        var high = _highHalf;
        _highHalf = char.IsHighSurrogate(key.KeyChar) ? key.KeyChar : default;
        if (char.IsSurrogate(key.KeyChar))
            return char.IsSurrogatePair(high, key.KeyChar) ? new([high, key.KeyChar]) : "";

        return IsCommand(key.Modifiers) ? "" : key.KeyChar.ToString();
    }

    /// <summary>Control and Alt together are AltGr, with which some keyboards type <c>@</c>.</summary>
    private static bool IsCommand(ConsoleModifiers modifiers) =>
        modifiers.HasFlag(ConsoleModifiers.Control) != modifiers.HasFlag(ConsoleModifiers.Alt);
}
