using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models;

/// <summary>One row of <c>models list</c>.</summary>
/// <param name="Model">The model.</param>
/// <param name="Catalog">The catalog.</param>
/// <param name="HasCredential">Its provider has a profile.</param>
internal sealed record ListedModel(CatalogModel Model, ModelCatalog Catalog, bool HasCredential)
{
    /// <summary>The allowlist has it, or there is none.</summary>
    public bool IsAllowed => Catalog.Allows(Model.Ref);

    private bool IsDefault => Model.Ref == Catalog.Default;

    private bool IsFallback => Catalog.Fallbacks.Contains(Model.Ref);

    private bool IsOffered => !IsConfigured && Catalog.Find(Model.Ref) is not null;

    private bool IsConfigured => Catalog.Lists(Model.Ref);

    private IReadOnlyList<string> NotOfferedTo => [.. Catalog.NotOfferedTo(Model.Ref).Select(id => id.ToString())];

    /// <summary>Every model: those that are listed, then those that only the default, the fallbacks or the allowlist name, then those that vendors offer besides.</summary>
    public static IEnumerable<CatalogModel> All(ModelCatalog catalog) =>
    [
        .. catalog.Models,
        .. catalog.Fallbacks.Prepend(catalog.Default).Concat(catalog.Allowed ?? []).Distinct()
            .Where(model => catalog.Find(model) is null).Select(model => new CatalogModel(model, [])),
        .. catalog.Offered,
    ];

    public string Describe()
    {
        string?[] marks =
        [
            IsDefault ? "default" : null, IsFallback ? "fallback" : null, IsAllowed ? null : "not allowed", HasCredential ? null : "no credential",
            IsOffered ? "offered" : null, NotOfferedTo is { Count: > 0 } without ? $"not in the list of {string.Join(", ", without)}" : null,
        ];
        string?[] parts =
        [
            Model.Ref.ToString(), Model.Label is { } label ? CleanText.Name(label) : null,
            Model.Aliases.Count > 0 ? string.Join(", ", Model.Aliases) : null, string.Join(", ", marks.OfType<string>()) is { Length: > 0 } said ? $"({said})" : null,
        ];
        return string.Join("  ", parts.OfType<string>());
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("model", Model.Ref.ToString());
        json.WriteString("label", Model.Label is { } label ? CleanText.Name(label) : null);
        json.WriteStrings("aliases", Model.Aliases);
        json.WriteBoolean("default", IsDefault);
        json.WriteBoolean("fallback", IsFallback);
        json.WriteBoolean("allowed", IsAllowed);
        json.WriteBoolean("hasCredential", HasCredential);
        json.WriteBoolean("configured", IsConfigured);
        json.WriteStrings("notOfferedTo", NotOfferedTo);
        json.WriteEndObject();
    }
}
