using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// The tripwire for pasted secrets: it reads every text that the bot receives before anything else does, in linear
/// time, keeps no character of it and allocates nothing that grows with it.
/// </summary>
internal static class SecretScanner
{
    private const int OnStack = 512;

    public static SecretFinding? Scan(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(SplitText.Splitters)) return ScanSplit(text);
        if (!TokenRuns.Any(text)) return null;
        var whole = new ScannedText(text);
        return Certain(whole) ?? KeyLike(whole);
    }

    private static SecretFinding? ScanSplit(ReadOnlySpan<char> text)
    {
        if (text.Length <= OnStack) return ScanSplit(text, stackalloc char[OnStack], stackalloc bool[OnStack]);
        var chars = ArrayPool<char>.Shared.Rent(text.Length);
        var seams = ArrayPool<bool>.Shared.Rent(text.Length);
        try
        {
            return ScanSplit(text, chars, seams);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
            ArrayPool<bool>.Shared.Return(seams);
        }
    }

    /// <summary>Reads the text as it is seen, then with its pieces joined, and wipes the copy.</summary>
    private static SecretFinding? ScanSplit(ReadOnlySpan<char> text, Span<char> copy, Span<bool> seams)
    {
        try
        {
            var seen = copy[..SplitText.DropUnseen(text, copy)];
            SecretFinding? keyLike = null;
            if (TokenRuns.Any(seen))
            {
                var apart = new ScannedText(seen);
                if (Certain(apart) is { } certain) return certain;
                keyLike = KeyLike(apart);
            }

            var length = SplitText.Join(seen, seams);
            if (!TokenRuns.Any(seen[..length])) return null;
            var joined = new ScannedText(seen[..length], seams[..length]);
            return Certain(joined) ?? keyLike ?? KeyLike(joined);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(copy[..text.Length]));
        }
    }

    private static SecretFinding? Certain(ScannedText text) =>
        CertainSecrets.Find(text) is { } format ? new SecretFinding(format, true) : null;

    private static SecretFinding? KeyLike(ScannedText text) =>
        KeyLikeText.Find(text) is { } format ? new SecretFinding(format, false) : null;
}
