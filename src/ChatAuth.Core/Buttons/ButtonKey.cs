namespace ChatAuth.Core.Buttons;

/// <summary>A key that signs buttons, with the number by which a token names it.</summary>
/// <param name="Id">The number, 0 to 15; the next key has the next number, round about.</param>
/// <param name="Secret">32 random bytes.</param>
public sealed record ButtonKey(byte Id, ReadOnlyMemory<byte> Secret)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{nameof(ButtonKey)} {Id}";
}
