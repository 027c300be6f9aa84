using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatAuth.Core.Buttons;

/// <summary>What a button speaks of, as 112 bits of a hash: it means something to those only who know what it could mean.</summary>
/// <param name="Bits">The bits.</param>
internal readonly record struct ButtonTarget(UInt128 Bits)
{
    public const int Bytes = 14;
    private const int PageBits = 16;

    /// <summary>The first 112 bits of SHA-256 over the parts, each with its length before it, so that no two lists of parts are the same bytes.</summary>
    public static ButtonTarget Of(params ReadOnlySpan<string> parts)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(HashedParts.Bytes([], parts), digest);
        return new ButtonTarget(BinaryPrimitives.ReadUInt128BigEndian(digest) >> PageBits);
    }

    /// <summary>The same by its first bits alone.</summary>
    public ButtonTarget First(int bits) => new(Bits >> ((8 * Bytes) - bits) << ((8 * Bytes) - bits));

    /// <summary>The same with a page number in the place of the last 16 bits.</summary>
    public ButtonTarget AtPage(int page) => new((Bits >> PageBits << PageBits) | (ushort)page);

    /// <summary>The page number of a target that has one.</summary>
    public int Page => (ushort)Bits;

    /// <summary>Reads 14 bytes.</summary>
    public static ButtonTarget Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[16];
        whole.Clear();
        bytes[..Bytes].CopyTo(whole[(16 - Bytes)..]);
        return new ButtonTarget(BinaryPrimitives.ReadUInt128BigEndian(whole));
    }

    /// <summary>Writes 14 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(whole, Bits);
        whole[(16 - Bytes)..].CopyTo(bytes);
    }
}
