namespace ChatAuth.Channels.Discord;

/// <summary>
/// Which encodings of points and numbers count, beside OpenSSL's own checks. RFC 8032 (5.1.3, 5.1.7) has y below p and S below L, so that each has one encoding. It leaves open
/// the eight points of small order; they are refused for keys and for R, because a signature that involves them says nothing of who signed or of which message: no honest
/// signer makes one. The equation itself is OpenSSL's, the one without the cofactor, which the RFC calls sufficient.
/// </summary>
internal static class Ed25519Encoding
{
    public const int PointLength = 32;
    public const int SignatureLength = 64;

    /// <summary>The sign of x stands above y.</summary>
    private const byte Sign = 0x80;

    /// <summary>2^255 - 19.</summary>
    private static readonly byte[] P = Convert.FromHexString("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    /// <summary>The order of the base point.</summary>
    private static readonly byte[] L = Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    /// <summary>The five y of the eight points of small order: of order 1, 2, 4, and 8 twice.</summary>
    private static readonly byte[][] SmallOrder =
    [
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        Convert.FromHexString("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    ];

    /// <summary>Whether 32 bytes may be a key, or the R of a signature. That they are a point of the curve is left to OpenSSL.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != PointLength) return false;
        Span<byte> y = stackalloc byte[PointLength];
        bytes.CopyTo(y);
        y[^1] &= unchecked((byte)~Sign);
        if (!IsBelow(y, P)) return false;
        foreach (var small in SmallOrder)
        {
            if (y.SequenceEqual(small)) return false;
        }
        return true;
    }

    /// <summary>Whether bytes may be a signature: a point, and a number below L.</summary>
    public static bool IsSignature(ReadOnlySpan<byte> bytes) =>
        bytes.Length == SignatureLength && IsPoint(bytes[..PointLength]) && IsBelow(bytes[PointLength..], L);

    /// <summary>Compares numbers of one length, least byte first. All of them are public, so that time tells nothing.</summary>
    private static bool IsBelow(ReadOnlySpan<byte> number, ReadOnlySpan<byte> bound)
    {
        for (var at = number.Length - 1; at >= 0; at--)
        {
            if (number[at] != bound[at]) return number[at] < bound[at];
        }
        return false;
    }
}
