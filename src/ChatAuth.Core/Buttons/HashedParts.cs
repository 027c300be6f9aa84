using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ChatAuth.Core.Buttons;

/// <summary>Texts as hashes take them.</summary>
internal static class HashedParts
{
    /// <summary>A head of fixed length, then each text with its length before it. As UTF-16: any two texts differ, also those that are no valid Unicode.</summary>
    public static byte[] Bytes(ReadOnlySpan<byte> head, ReadOnlySpan<string> parts)
    {
        var size = head.Length;
        foreach (var part in parts) size += sizeof(int) + (sizeof(char) * part.Length);
        var bytes = new byte[size];
        head.CopyTo(bytes);
        var rest = bytes.AsSpan(head.Length);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(rest, part.Length);
            MemoryMarshal.AsBytes(part.AsSpan()).CopyTo(rest = rest[sizeof(int)..]);
            rest = rest[(sizeof(char) * part.Length)..];
        }
        return bytes;
    }
}
