using System.Text.Json;

namespace ChatAuth.Testing.Vendors;

/// <summary>A request as it came over the socket.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The target as it was sent, the query included.</param>
/// <param name="Headers">Every header in its order, as it was sent.</param>
/// <param name="Body">The body.</param>
public sealed record FakeVendorRequest(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    private static readonly string[] s_credentialHeaders = ["authorization", "x-api-key", "api-key", "x-goog-api-key", "proxy-authorization", "cookie"];

    /// <summary>Every header that is for credentials, or that carries what looks like one.</summary>
    public IReadOnlyList<(string Name, string Value)> Credentials =>
        [.. Headers.Where(header => s_credentialHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase)
            || header.Value.Contains("sk-", StringComparison.Ordinal) || header.Value.Contains("PLANTED", StringComparison.OrdinalIgnoreCase))];

    /// <summary>The one credential, without <c>Bearer</c>; null when there is none, or more than one.</summary>
    public string? Credential => Credentials is [var (_, value)] ? value.StartsWith("Bearer ", StringComparison.Ordinal) ? value[7..] : value : null;

    /// <summary>The model that was asked.</summary>
    public string? Model => Field("model")?.GetString();

    /// <summary>Whether the answer was wanted as a stream.</summary>
    public bool WantsStream => Field("stream")?.ValueKind is JsonValueKind.True;

    /// <summary>Whether it asks for the list of models.</summary>
    public bool IsList => Method == "GET" && Path.Split('?')[0].EndsWith("/models", StringComparison.Ordinal);

    /// <summary>Whether it speaks Anthropic's API; else OpenAI's.</summary>
    public bool IsAnthropic => Path.Split('?')[0].EndsWith("/messages", StringComparison.Ordinal) || Header("anthropic-version") is not null;

    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A field of the body.</summary>
    public JsonElement? Field(string name)
    {
        if (Body.Length == 0) return null;
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.TryGetProperty(name, out var field) ? field.Clone() : null;
    }
}
