namespace ChatAuth.Core.Buttons;

/// <summary>A key that signs buttons, with the number by which a token names it.</summary>
/// <param name="Id">The number, 0 to 15; the next key has the next number, round about.</param>
/// <param name="Secret">32 random bytes.</param>
public sealed record ButtonKey(byte Id, ReadOnlyMemory<byte> Secret)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{nameof(ButtonKey)} {Id}";
}

/// <summary>The keys of an installation that count now: one signs, and the one before it is still believed.</summary>
/// <param name="Current">The key that signs.</param>
/// <param name="Previous">The key before it; null when there was none.</param>
public sealed record ButtonKeys(ButtonKey Current, ButtonKey? Previous);

/// <summary>Where the keys that sign buttons are kept. Losing them costs fresh menus and nothing else. Thread-safe.</summary>
public interface IButtonKeys
{
    /// <summary>The keys as they are now; made at the first use, and replaced when the current one is 90 days old.</summary>
    /// <exception cref="Errors.ChatAuthException">They cannot be read or made.</exception>
    ButtonKeys Load();
}
