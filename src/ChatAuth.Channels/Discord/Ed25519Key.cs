using ChatAuth.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Channels.Discord;

/// <summary>A public key that is ready to verify with. Thread-safe: OpenSSL only reads it.</summary>
internal sealed class Ed25519Key : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>OpenSSL's number for the algorithm.</summary>
    private const int Algorithm = 1087;

    private Ed25519Key(nint key)
        : base(ownsHandle: true) => SetHandle(key);

    public static Ed25519Key Create(Ed25519PublicKey key)
    {
        var bytes = key.ToBytes();
        var made = new Ed25519Key(LibCrypto.NewPublicKey(Algorithm, 0, bytes, (nuint)bytes.Length));
        LibCrypto.ClearErrors();
        return made.IsInvalid ? throw Unavailable() : made;
    }

    /// <summary>Whether the key's owner signed this message. <see cref="Ed25519Encoding"/> says which encodings count.</summary>
    /// <param name="message">The message.</param>
    /// <param name="signature">64 bytes; any other length is no signature.</param>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (!Ed25519Encoding.IsSignature(signature)) return false;
        var context = LibCrypto.NewContext();
        if (context == 0) throw Unavailable();
        try
        {
            if (LibCrypto.BeginVerify(context, 0, 0, 0, this) != 1) throw Unavailable();
            return LibCrypto.Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        }
        finally
        {
            LibCrypto.FreeContext(context);

            // What failed waits in a queue of the thread, where .NET's own use of the library would find it.
            LibCrypto.ClearErrors();
        }
    }

    protected override bool ReleaseHandle()
    {
        LibCrypto.FreeKey(handle);
        return true;
    }

    private static ChatAuthException Unavailable() => new(ErrorCode.SignatureUnavailable, "libcrypto refused an Ed25519 key");
}
