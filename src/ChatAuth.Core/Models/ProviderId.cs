namespace ChatAuth.Core.Models;

/// <summary>The model vendor that a model is asked of, such as <c>anthropic</c>; always in its canonical lower-case name.</summary>
/// <remarks>Spellings that mean the same vendor are one id: <c>z.ai</c> and <c>z-ai</c> are <c>zai</c>, <c>opencode-zen</c> is <c>opencode</c>, <c>qwen</c> is <c>qwen-portal</c>.</remarks>
public readonly record struct ProviderId
{
    private readonly string? _name;

    private ProviderId(string name) => _name = name;

    /// <summary>The canonical name; empty for <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>Reads a provider name; surrounding space and case do not matter.</summary>
    /// <exception cref="FormatException">The text is blank or holds a character that no provider name has.</exception>
    public static ProviderId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A provider is letters, digits and . _ + - only.");

    /// <summary>Reads a provider name; false when the text cannot be one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ProviderId id)
    {
        text = text.Trim();
        if (!IdText.IsValid(text) || text.IndexOfAny(":/@") >= 0)
        {
            id = default;
            return false;
        }
        var name = text.ToString().ToLowerInvariant();
        id = new ProviderId(name switch
        {
            "z.ai" or "z-ai" => "zai",
            "opencode-zen" => "opencode",
            "qwen" => "qwen-portal",
            _ => name,
        });
        return true;
    }

    /// <summary>The canonical name.</summary>
    public override string ToString() => Name;
}
