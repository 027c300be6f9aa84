using System.Diagnostics.CodeAnalysis;

namespace ChatAuth.Channels.Discord;

/// <summary>A public key as Discord's developer portal shows it: 64 hexadecimal digits. It is no secret.</summary>
internal sealed record Ed25519PublicKey
{
    private readonly string _hex;

    private Ed25519PublicKey(string hex) => _hex = hex;

    /// <summary>False for what is not 64 hexadecimal digits, and for encodings that <see cref="Ed25519Encoding"/> refuses.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = text is { Length: 2 * Ed25519Encoding.PointLength } && text.All(char.IsAsciiHexDigit) && Ed25519Encoding.IsPoint(Convert.FromHexString(text))
            ? new(text.ToLowerInvariant())
            : null;
        return key is not null;
    }

    public byte[] ToBytes() => Convert.FromHexString(_hex);

    public override string ToString() => _hex;
}
