using System.Buffers;
using System.Text;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>The environment variables that can hold a provider's key. No other variable is ever taken from anywhere.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Names">The names in the order of lookup; the first that holds something counts.</param>
public sealed record ProviderVariables(ProviderId Provider, IReadOnlyList<string> Names)
{
    /// <summary>A key holds none of these: a value with one is text for a shell, or a line that went wrong.</summary>
    private static readonly SearchValues<char> s_neverInKeys = SearchValues.Create("$`\\\"'#");

    /// <summary>Every provider that has such variables.</summary>
    public static IReadOnlyList<ProviderVariables> All { get; } =
    [
        Of("anthropic", "ANTHROPIC_OAUTH_TOKEN", "ANTHROPIC_API_KEY"),
        Of("openai", "OPENAI_API_KEY"),
        Of("google", "GEMINI_API_KEY"),
        Of("openrouter", "OPENROUTER_API_KEY"),
        Of("github-copilot", "COPILOT_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN"),
        Of("chutes", "CHUTES_OAUTH_TOKEN", "CHUTES_API_KEY"),
        Of("zai", "ZAI_API_KEY", "Z_AI_API_KEY"),
        Of("opencode", "OPENCODE_API_KEY", "OPENCODE_ZEN_API_KEY"),
        Of("qwen-portal", "QWEN_OAUTH_TOKEN", "QWEN_PORTAL_API_KEY"),
        Of("groq", "GROQ_API_KEY"),
        Of("cerebras", "CEREBRAS_API_KEY"),
        Of("xai", "XAI_API_KEY"),
        Of("moonshot", "MOONSHOT_API_KEY"),
        Of("minimax", "MINIMAX_API_KEY"),
        Of("synthetic", "SYNTHETIC_API_KEY"),
        Of("mistral", "MISTRAL_API_KEY"),
        Of("deepgram", "DEEPGRAM_API_KEY"),
        Of("venice", "VENICE_API_KEY"),
        Of("vercel-ai-gateway", "AI_GATEWAY_API_KEY"),
        Of("kimi-code", "KIMICODE_API_KEY"),
    ];

    /// <summary>The name of the table that these bytes spell exactly; null when none does.</summary>
    public static string? FindName(ReadOnlySpan<byte> name)
    {
        foreach (var provider in All)
        {
            foreach (var known in provider.Names)
            {
                if (Ascii.Equals(name, known)) return known;
            }
        }
        return null;
    }

    /// <summary>Reads a value; false unless it is one line of printable ASCII without <c>$</c>, <c>`</c>, <c>\</c>, <c>#</c> and quotes.</summary>
    public static bool TryRead(string text, out Secret? secret)
    {
        secret = null;
        return !text.AsSpan().ContainsAny(s_neverInKeys) && Secret.TryCreate(text, out secret);
    }

    /// <summary>The credential that a variable holds: a token where its name says <c>OAUTH_TOKEN</c>, else an API key.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value; null when it is malformed.</param>
    public static Credential CredentialOf(string name, Secret? value) =>
        name.Contains("OAUTH_TOKEN", StringComparison.Ordinal) ? new Credential.Token(value, null) : new Credential.ApiKey(value);

    private static ProviderVariables Of(string provider, params string[] names) => new(ProviderId.Parse(provider), names);
}
