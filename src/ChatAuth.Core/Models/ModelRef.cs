namespace ChatAuth.Core.Models;

/// <summary>A model's full name, <c>provider/model</c>; the model part keeps its case and may hold further slashes, <c>@</c> and <c>:</c>.</summary>
/// <param name="Provider">The vendor.</param>
/// <param name="Model">The vendor's own id of the model.</param>
public readonly record struct ModelRef(ProviderId Provider, string Model)
{
    /// <summary>Reads <c>provider/model</c>, split at the first slash.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ModelRef Parse(string text) =>
        TryParse(text, out var model) ? model : throw new FormatException("A model is written provider/model.");

    /// <summary>Reads <c>provider/model</c>, split at the first slash; false when the text is not of that form.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ModelRef model)
    {
        model = default;
        var slash = text.IndexOf('/');
        if (slash < 0 || !ProviderId.TryParse(text[..slash], out var provider)) return false;
        var name = text[(slash + 1)..].Trim();
        if (!IdText.IsValid(name)) return false;
        model = new ModelRef(provider, name.ToString());
        return true;
    }

    /// <summary>The canonical text, <c>provider/model</c>.</summary>
    public override string ToString() => $"{Provider.Name}/{Model}";
}
