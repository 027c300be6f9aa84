using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ChatAuth.Core.Credentials;

/// <summary>The text that opens a door: an API key, a token. It prints as <c>[secret]</c> everywhere and has no JSON form.</summary>
/// <remarks>Two secrets are equal when their texts are; the comparison takes constant time for texts of one length.</remarks>
[DebuggerDisplay("[secret]")]
[JsonConverter(typeof(SecretJsonRefusal))]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>Longest text that is accepted, in bytes.</summary>
    public const int MaxLength = 8 * 1024;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    private Secret(string text) => _text = text;

    /// <summary>Takes over a text after trimming it; false unless it is one line of printable ASCII of at most <see cref="MaxLength"/>, so that no header can be split by it.</summary>
    public static bool TryCreate(string? text, out Secret? secret)
    {
        var trimmed = text?.Trim();
        secret = string.IsNullOrEmpty(trimmed) || trimmed.Length > MaxLength || trimmed.Any(c => c is < '!' or > '~')
            ? null
            : new Secret(trimmed);
        return secret is not null;
    }

    /// <summary>The text itself. Only the senders of requests and the credential stores call this; a test holds the list of files.</summary>
    public string Reveal() => _text;

    /// <summary>A keyed hash that stands for this secret without revealing it: the first 128 bits of HMAC-SHA256, as lower-case hex.</summary>
    /// <param name="key">A key of the installation, made for this purpose only.</param>
    public string Fingerprint(ReadOnlySpan<byte> key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(_text)).AsSpan(0, 16));

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(_text), Encoding.ASCII.GetBytes(other._text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <summary>The same for every secret, so that a hash code reveals nothing.</summary>
    public override int GetHashCode() => 0;

    /// <summary>Always <c>[secret]</c>.</summary>
    public override string ToString() => "[secret]";
}
