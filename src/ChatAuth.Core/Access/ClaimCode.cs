using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Core.Access;

/// <summary>The one-time code by which the first owner claims a bot: 13 characters of base32 (RFC 4648), which are 65 bits.</summary>
/// <remarks>Only its hash is ever stored. Its characters include neither 0 nor 1, so that none is mistaken for another.</remarks>
public sealed class ClaimCode
{
    /// <summary>How many random bytes a code takes.</summary>
    public const int RandomLength = 9;

    private const int Length = 13;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly string _canonical;

    private ClaimCode(string canonical) => _canonical = canonical;

    /// <summary>How long a code may be used: 15 minutes.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The code in groups, for reading and typing.</summary>
    public string Text => $"{_canonical[..4]}-{_canonical[4..8]}-{_canonical[8..]}";

    /// <summary>SHA-256 of the canonical form: upper case, without dashes and spaces.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(_canonical));

    /// <summary>Makes a code of random bytes.</summary>
    /// <param name="random">At least <see cref="RandomLength"/> bytes that nobody can foresee; 65 bits of them are used.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public static ClaimCode Create(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, RandomLength);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var window = (random[bit / 8] << 8) | (bit / 8 + 1 < random.Length ? random[bit / 8 + 1] : 0);
            text[i] = Alphabet[(window >> (11 - bit % 8)) & 31];
        }
        return new ClaimCode(text.ToString());
    }

    /// <summary>Reads a typed code; case, dashes and spaces do not matter. False when it cannot be one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ClaimCode? code)
    {
        code = null;
        Span<char> canonical = stackalloc char[Length];
        var length = 0;
        foreach (var typed in text)
        {
            if (typed is '-' or ' ') continue;
            var upper = char.ToUpperInvariant(typed);
            if (length == Length || !Alphabet.Contains(upper)) return false;
            canonical[length++] = upper;
        }
        if (length == Length) code = new ClaimCode(canonical.ToString());
        return code is not null;
    }

    /// <summary>What may be a code in a text, whatever stands around it and between its groups.</summary>
    internal static IEnumerable<ClaimCode> FindIn(string text)
    {
        var pieces = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var from = 0; from < pieces.Length; from++)
        {
            var joined = "";
            for (var to = from; to < pieces.Length && joined.Length < Length; to++) joined += pieces[to];
            if (TryParse(joined, out var code)) yield return code!;
        }
    }

    /// <summary>Never the code itself.</summary>
    public override string ToString() => "[claim code]";
}
