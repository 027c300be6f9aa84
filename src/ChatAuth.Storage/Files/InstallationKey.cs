using System.Security.Cryptography;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// The random key by which this installation recognises secrets without keeping them. It is made once and never rotated: with another one every payer
/// would be a stranger.
/// </summary>
/// <param name="state">Where it is kept, as <c>keys/fingerprint.key</c>.</param>
internal sealed class InstallationKey(StateDirectory state)
{
    /// <summary>The length of the file, in bytes.</summary>
    public const int Length = 32;

    private readonly string _path = Path.Combine(state.Keys, "fingerprint.key");

    /// <summary>Fingerprints by a key that serves payers only; another purpose derives another one.</summary>
    /// <exception cref="ChatAuthException"><c>key-damaged</c>, or the file cannot be read or made.</exception>
    public Fingerprints LoadFingerprints() =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, LoadOrCreate(), Length, info: "chatauth payer v1"u8.ToArray()));

    private byte[] LoadOrCreate()
    {
        state.Verify(state.Keys);
        if (PrivateFile.Read(_path, allowGroupReadable: false) is not { } content)
        {
            state.Create(state.Keys);
            AtomicFile.TryCreate(_path, RandomNumberGenerator.GetBytes(Length));
            content = PrivateFile.Read(_path, allowGroupReadable: false) ?? throw new ChatAuthException(ErrorCode.StoreUnreadable, _path);
        }
        return content.Bytes.Length == Length
            ? content.Bytes.ToArray()
            : throw new ChatAuthException(ErrorCode.KeyDamaged, $"{_path}: it is not {Length} bytes long");
    }
}
