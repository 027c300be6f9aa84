namespace ChatAuth.Core.Models;

/// <summary>To whom a credential would be sent: the origin of an endpoint, where it is another one than the vendor's own.</summary>
public static class EndpointOrigin
{
    /// <summary>By each vendor's public API reference.</summary>
    private static readonly Dictionary<string, string> s_own = new()
    {
        ["anthropic"] = "https://api.anthropic.com",
        ["openai"] = "https://api.openai.com",
        ["google"] = "https://generativelanguage.googleapis.com",
        ["openrouter"] = "https://openrouter.ai",
        ["groq"] = "https://api.groq.com",
        ["mistral"] = "https://api.mistral.ai",
        ["xai"] = "https://api.x.ai",
        ["cerebras"] = "https://api.cerebras.ai",
        ["moonshot"] = "https://api.moonshot.ai",
    };

    /// <summary>The origin, such as <c>https://proxy.example</c>; null is the vendor's own, named or not.</summary>
    /// <param name="provider">The vendor.</param>
    /// <param name="endpoint">The configured base address; null is the vendor's own.</param>
    public static string? Of(ProviderId provider, Uri? endpoint)
    {
        var origin = endpoint?.GetLeftPart(UriPartial.Authority);
        return origin == OwnOf(provider) ? null : origin;
    }

    /// <summary>The vendor's own origin; null where it is not known here.</summary>
    public static string? OwnOf(ProviderId provider) => s_own.GetValueOrDefault(provider.Name);
}
