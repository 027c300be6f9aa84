using System.Buffers;
using System.Text;

namespace ChatAuth.Channels.Discord;

/// <summary>Whether an interaction that came by HTTP is Discord's (<c>https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint</c>).</summary>
internal static class DiscordSignature
{
    /// <summary>Where the signature stands.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>Where the time stands, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    private const int MostDigits = 20;

    /// <summary>Checks the headers' shapes, which costs nothing, then the signature over the timestamp and the body as it came.</summary>
    /// <param name="key">The application's public key.</param>
    /// <param name="signature">128 hexadecimal digits.</param>
    /// <param name="timestamp">1 to 20 digits.</param>
    /// <param name="body">The raw body.</param>
    public static bool Verify(Ed25519Key key, ReadOnlySpan<char> signature, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body)
    {
        if (timestamp.Length is 0 or > MostDigits || timestamp.ContainsAnyExceptInRange('0', '9')) return false;
        Span<byte> decoded = stackalloc byte[Ed25519Encoding.SignatureLength];
        if (signature.Length != 2 * decoded.Length || Convert.FromHexString(signature, decoded, out _, out _) is not OperationStatus.Done) return false;

        var signed = ArrayPool<byte>.Shared.Rent(timestamp.Length + body.Length);
        try
        {
            var digits = Encoding.ASCII.GetBytes(timestamp, signed);
            body.CopyTo(signed.AsSpan(digits));
            return key.Verify(signed.AsSpan(0, digits + body.Length), decoded);
        }
        finally
        {
            // An interaction's token is in the body.
            ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        }
    }
}
