using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ChatAuth.Core.Hosting;

/// <summary>Ids from the operating system's generator.</summary>
internal sealed class RandomIds : IIdFactory
{
    public ulong NextBits()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
