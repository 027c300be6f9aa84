using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatAuth.Core.Buttons;

namespace ChatAuth.Storage.Files;

/// <summary>What the file of the button keys holds: two random keys, from which those that sign are derived, and the age of the current one.</summary>
/// <remarks>In bytes: form 1, current id 1, created 8 (Unix seconds, big-endian), current 32, previous 32 or none.</remarks>
/// <param name="Id">The current key's number.</param>
/// <param name="Created">When the current key was made, in whole seconds.</param>
/// <param name="Current">The current key.</param>
/// <param name="Previous">The key before it; null when there was none.</param>
internal sealed record StoredButtonKeys(byte Id, DateTimeOffset Created, byte[] Current, byte[]? Previous)
{
    private const byte Form = 1;
    private const int Ids = 16;
    private const int KeyLength = 32;
    private const int HeadLength = 10;

    /// <summary>The first key, or the one after these; a former previous key is forgotten. The first has any number, so that the buttons of keys that were lost are seldom taken for somebody else's.</summary>
    public static StoredButtonKeys After(StoredButtonKeys? before, DateTimeOffset now) => new(
        (byte)((before?.Id + 1 ?? RandomNumberGenerator.GetInt32(Ids)) % Ids), now, RandomNumberGenerator.GetBytes(KeyLength), before?.Current);

    /// <summary>The keys in a file; null when it was damaged.</summary>
    public static StoredButtonKeys? TryParse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not (HeadLength + KeyLength or HeadLength + 2 * KeyLength) || bytes[0] != Form || bytes[1] >= Ids) return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        if (seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return null;
        var keys = bytes[HeadLength..];
        return new(
            bytes[1], DateTimeOffset.FromUnixTimeSeconds(seconds), keys[..KeyLength].ToArray(), keys.Length > KeyLength ? keys[KeyLength..].ToArray() : null);
    }

    /// <summary>The file's content.</summary>
    public byte[] ToBytes()
    {
        var head = new byte[HeadLength];
        (head[0], head[1]) = (Form, Id);
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), Created.ToUnixTimeSeconds());
        return [.. head, .. Current, .. Previous ?? []];
    }

    /// <summary>The keys that sign buttons and nothing else.</summary>
    public ButtonKeys Derive() => new(
        new ButtonKey(Id, Derive(Current)), Previous is null ? null : new ButtonKey((byte)((Id + Ids - 1) % Ids), Derive(Previous)));

    private static byte[] Derive(byte[] stored) => HKDF.DeriveKey(HashAlgorithmName.SHA256, stored, KeyLength, info: "chatauth button v1"u8.ToArray());
}
