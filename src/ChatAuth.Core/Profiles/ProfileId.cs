using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>The name of an account at a provider, <c>provider:name</c>, such as <c>anthropic:work</c> or <c>google:me+tag@example.com</c>.</summary>
/// <param name="Provider">The vendor that the id's prefix names.</param>
/// <param name="Name">The part after the first colon; its case is kept.</param>
public readonly record struct ProfileId(ProviderId Provider, string Name)
{
    /// <summary>Reads <c>provider:name</c>, split at the first colon.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ProfileId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A profile is written provider:name.");

    /// <summary>Reads <c>provider:name</c>, split at the first colon; false when the text is not of that form.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ProfileId id)
    {
        id = default;
        var colon = text.IndexOf(':');
        if (colon < 0 || !ProviderId.TryParse(text[..colon], out var provider)) return false;
        var name = text[(colon + 1)..].Trim();
        if (!IdText.IsValid(name)) return false;
        id = new ProfileId(provider, name.ToString());
        return true;
    }

    /// <summary>The canonical text, <c>provider:name</c>.</summary>
    public override string ToString() => $"{Provider.Name}:{Name}";
}
