using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>Holds what an operator gives to the host against what it is meant to be.</summary>
public static class SecretInput
{
    private const string SetupToken = "sk-ant-oat01-";
    private const int ShortestSetupToken = 80;
    private const int LongestPlainRun = 15;

    /// <summary>Reads a secret: without <c>export NAME=</c>, quotes or backticks around it, and one semicolon at its end.</summary>
    /// <param name="text">What was typed or piped in; null or blank is none.</param>
    /// <param name="provider">The vendor that it is for.</param>
    /// <param name="isToken">It is meant as a static token, not as a key that is charged by use.</param>
    /// <param name="secret">The secret; null with a fault.</param>
    /// <returns>What speaks against it; null when nothing does.</returns>
    public static ErrorCode? Read(string? text, ProviderId provider, bool isToken, out Secret? secret)
    {
        secret = null;
        if (string.IsNullOrWhiteSpace(text)) return ErrorCode.SecretMissing;
        var bare = Bare(text.AsSpan().Trim());
        if (FindFault(bare, provider, isToken) is { } fault) return fault;
        return Secret.TryCreate(bare.ToString(), out secret) ? null : ErrorCode.SecretMalformed;
    }

    /// <summary>
    /// Whether a name that would be stored and shown could be a secret in the wrong place: what the tripwire of chats finds, and 16 letters and digits
    /// on end in which capitals, small letters and digits mix.
    /// </summary>
    public static bool IsSuspect(ReadOnlySpan<char> name)
    {
        if (SecretScanner.Scan(name) is not null) return true;
        for (int at = 0, end; at < name.Length; at = end + 1)
        {
            end = at;
            while (end < name.Length && char.IsAsciiLetterOrDigit(name[end])) end++;
            if (end - at > LongestPlainRun && Randomness.MixesAll(name[at..end])) return true;
        }
        return false;
    }

    private static ErrorCode? FindFault(ReadOnlySpan<char> bare, ProviderId provider, bool isToken)
    {
        if (bare.StartsWith(SetupToken) && bare.Length < ShortestSetupToken) return ErrorCode.SetupTokenShort;
        if (SecretScanner.Scan(bare) is not { Certain: true, Format: var format }) return null;
        if (!SecretVendor.MayServe(format, bare, provider)) return ErrorCode.SecretOfOtherVendor;
        return format switch
        {
            "anthropic-key" when isToken => ErrorCode.SecretOfOtherKind,
            "anthropic-oauth-token" when !isToken => ErrorCode.SecretOfOtherKind,
            "anthropic-refresh-token" or "google-refresh-token" => ErrorCode.SecretOfOtherKind,
            _ => null,
        };
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        if (text is [.. var whole, ';']) text = whole.TrimEnd();
        if (Assigned(text) is { Length: > 0 } value) text = value;
        return text is [var open and ('"' or '\'' or '`'), .. var inner, var close] && open == close ? inner.Trim() : text;
    }

    /// <summary>What stands behind <c>export NAME=</c>, or behind a name that says that it is a key's or a token's.</summary>
    private static ReadOnlySpan<char> Assigned(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        if (equals < 1) return default;
        var name = text[..equals].Trim();
        var exported = name.StartsWith("export ", StringComparison.Ordinal);
        if (exported) name = name["export ".Length..].TrimStart();
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_') return default;
        }
        return exported || name.EndsWith("_KEY") || name.EndsWith("_TOKEN") ? text[(equals + 1)..].Trim() : default;
    }
}
