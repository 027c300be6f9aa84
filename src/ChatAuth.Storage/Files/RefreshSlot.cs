using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>A place in a page for one record, which is there whole or not at all: its length and hash stand before it.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Capacity">How many bytes it has, head included.</param>
internal readonly record struct RefreshSlot(int Offset, int Capacity)
{
    private const int HeadLength = sizeof(int) + SHA256.HashSizeInBytes;

    /// <summary>The record; null when there is none, or only part of one.</summary>
    public ReadOnlyMemory<byte>? Read(ReadOnlyMemory<byte> page)
    {
        if (page.Length < Offset + HeadLength) return null;
        var slot = page[Offset..Math.Min(page.Length, Offset + Capacity)];
        var length = BinaryPrimitives.ReadInt32LittleEndian(slot.Span);
        if (length <= 0 || length > slot.Length - HeadLength) return null;
        var record = slot.Slice(HeadLength, length);
        if (HashOf(record.Span).AsSpan().SequenceEqual(slot.Span.Slice(sizeof(int), SHA256.HashSizeInBytes))) return record;
        return null;
    }

    /// <summary>Writes a record and waits until the disk has it.</summary>
    public void Write(SafeFileHandle page, ReadOnlySpan<byte> record)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record.Length, Capacity - HeadLength);
        var bytes = new byte[HeadLength + record.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, record.Length);
        HashOf(record).CopyTo(bytes, sizeof(int));
        record.CopyTo(bytes.AsSpan(HeadLength));
        RandomAccess.Write(page, bytes, Offset);
        RandomAccess.FlushToDisk(page);
    }

    /// <summary>Overwrites what is there; durable with the next flush.</summary>
    public void Erase(SafeFileHandle page) => RandomAccess.Write(page, new byte[Capacity], Offset);

    /// <summary>Bound to the place, so that no record is taken for another's.</summary>
    private byte[] HashOf(ReadOnlySpan<byte> record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("chatauth refresh v1"u8);
        hash.AppendData(BitConverter.GetBytes(Offset));
        hash.AppendData(record);
        return hash.GetHashAndReset();
    }
}
