using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>Whose a secret is, by a form that nothing else has.</summary>
internal static class SecretVendor
{
    /// <summary>Forms that are no vendor's, or that several issue.</summary>
    private static readonly string[] Anybodys = ["jwt", "private-key", "credentials-json", "webhook-secret"];

    private static readonly string[] OpenAiOnly = ["sk-proj-", "sk-svcacct-", "sk-admin-"];

    /// <summary>Whether a secret of that form can be meant for a provider: its vendor's own name, or one that begins with it, such as <c>openai-codex</c>.</summary>
    public static bool MayServe(string format, ReadOnlySpan<char> secret, ProviderId provider)
    {
        if (Anybodys.Contains(format) || (format == "openai-key" && !BelongsToOpenAi(secret))) return true;
        var vendor = format[..format.IndexOf('-')];
        return IsNamedAfter(vendor, provider.Name)
            || (vendor == "aws" && IsNamedAfter("amazon", provider.Name))
            || (vendor == "google" && IsNamedAfter("gemini", provider.Name));
    }

    /// <summary>Others issue keys that begin with <c>sk-</c> alone.</summary>
    private static bool BelongsToOpenAi(ReadOnlySpan<char> secret)
    {
        foreach (var prefix in OpenAiOnly)
        {
            if (secret.StartsWith(prefix)) return true;
        }
        return false;
    }

    private static bool IsNamedAfter(string vendor, string provider) =>
        provider.StartsWith(vendor, StringComparison.Ordinal) && (provider.Length == vendor.Length || provider[vendor.Length] is '-' or '.' or '_');
}
