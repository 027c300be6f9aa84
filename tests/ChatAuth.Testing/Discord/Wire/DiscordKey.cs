using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>The key pair that Discord signs with for one application: Ed25519 (RFC 8032), by OpenSSL. Thread-safe.</summary>
internal sealed partial class DiscordKey : IDisposable
{
    private const int Ed25519 = 1087;
    private const int KeySize = 32;
    private const int SignatureSize = 64;

    private readonly nint _key;

    public DiscordKey()
    {
        var seed = RandomNumberGenerator.GetBytes(KeySize);
        _key = EVP_PKEY_new_raw_private_key(Ed25519, 0, seed, KeySize);
        var publicKey = new byte[KeySize];
        nuint size = KeySize;
        Check(_key != 0 && EVP_PKEY_get_raw_public_key(_key, publicKey, ref size) == 1);
        PublicKey = Convert.ToHexStringLower(publicKey);
    }

    /// <summary>In hexadecimal, as the developer portal shows it.</summary>
    public string PublicKey { get; }

    public FakeDiscordSignedRequest Sign(DateTimeOffset at, string body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new FakeDiscordSignedRequest(timestamp, Convert.ToHexStringLower(Sign(Encoding.UTF8.GetBytes(timestamp + body))), body);
    }

    public void Dispose() => EVP_PKEY_free(_key);

    private byte[] Sign(byte[] message)
    {
        var context = EVP_MD_CTX_new();
        try
        {
            var signature = new byte[SignatureSize];
            nuint size = SignatureSize;
            Check(EVP_DigestSignInit(context, 0, 0, 0, _key) == 1);
            Check(EVP_DigestSign(context, signature, ref size, message, (nuint)message.Length) == 1);
            return signature;
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    private static void Check(bool done)
    {
        if (!done) throw new CryptographicException("OpenSSL has refused.");
    }

    private const string Crypto = "libcrypto.so.3";

    [LibraryImport(Crypto)]
    private static partial nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] key, nuint size);

    [LibraryImport(Crypto)]
    private static partial int EVP_PKEY_get_raw_public_key(nint key, byte[] publicKey, ref nuint size);

    [LibraryImport(Crypto)]
    private static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Crypto)]
    private static partial nint EVP_MD_CTX_new();

    [LibraryImport(Crypto)]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestSign(nint context, byte[] signature, ref nuint size, byte[] message, nuint length);
}
