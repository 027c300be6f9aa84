using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Discord;

/// <summary>Signatures of RFC 8032, verified by OpenSSL 3; nothing here signs.</summary>
internal static class Ed25519
{
    /// <summary>What the self-test verifies: RFC 8032, section 7.1, test 2.</summary>
    private const string TestKey = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private const string TestSignature =
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    private static readonly string? Missing = Try();

    /// <summary>Signatures can be verified on this machine.</summary>
    public static bool IsAvailable => Missing is null;

    /// <summary>Why they cannot: paths of libraries and words of ours; null when they can.</summary>
    public static string? Reason => Missing;

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.SignatureUnavailable"/>, with the reason.</exception>
    public static void EnsureAvailable()
    {
        if (!IsAvailable) throw new ChatAuthException(ErrorCode.SignatureUnavailable, Reason);
    }

    /// <exception cref="ChatAuthException">As above.</exception>
    public static Ed25519Key Load(Ed25519PublicKey key)
    {
        EnsureAvailable();
        return Ed25519Key.Create(key);
    }

    /// <summary>A library can be there and not do it, as one that is restricted to other algorithms.</summary>
    private static string? Try()
    {
        if (!LibCrypto.IsLoaded) return LibCrypto.Paths() is { Count: > 0 } paths ? $"in none of {string.Join(", ", paths)}" : "not on this operating system";
        LibCrypto.Resolve();
        try
        {
            using var key = Ed25519Key.Create(Ed25519PublicKey.TryParse(TestKey, out var parsed) ? parsed : throw new InvalidOperationException());
            var signature = Convert.FromHexString(TestSignature);
            return key.Verify("r"u8, signature) && !key.Verify("s"u8, signature) ? null : "libcrypto verifies wrongly";
        }
        catch (ChatAuthException)
        {
            return "libcrypto does not do Ed25519";
        }
    }
}
