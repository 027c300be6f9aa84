using System.Text.Json.Nodes;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Configuration;

/// <summary>What the command line writes into section <c>Model</c>.</summary>
internal static class ModelChanges
{
    private const string Allowed = "Model:Allowed";
    private const string Fallbacks = "Model:Fallbacks";
    private const string Aliases = "Model:Aliases";

    /// <summary>Makes a model the default; it is no fallback of itself any more, and allowed where only listed models are.</summary>
    public static void SetDefault(this StateFileDraft draft, ModelRef model)
    {
        draft.Set("Model:Default", model.ToString());
        var fallbacks = draft.Effective.Model.Fallbacks;
        if (fallbacks.Any(text => Names(text, model))) draft.Set(Fallbacks, Texts(fallbacks.Where(text => !Names(text, model))));
        draft.Allow(model);
    }

    /// <summary>Replaces the fallbacks; each is allowed where only listed models are.</summary>
    public static void SetFallbacks(this StateFileDraft draft, IReadOnlyList<ModelRef> models)
    {
        draft.Set(Fallbacks, Texts(models.Select(model => model.ToString())));
        draft.Allow([.. models]);
    }

    /// <summary>Adds models to the allowlist; nothing where every model is allowed.</summary>
    public static void Allow(this StateFileDraft draft, params IReadOnlyList<ModelRef> models)
    {
        if (draft.Effective.Model.Allowed is not { } allowed) return;
        var missing = models.Where(model => !allowed.Any(text => Names(text, model))).Select(model => model.ToString()).ToList();
        if (missing.Count > 0) draft.Set(Allowed, Texts(allowed.Concat(missing)));
    }

    /// <summary>Gives a model a short name, in the place of what had it.</summary>
    /// <param name="draft">The edit.</param>
    /// <param name="alias">The short name.</param>
    /// <param name="model">The model; null takes a short name of the catalog back.</param>
    public static void PutAlias(this StateFileDraft draft, string alias, ModelRef? model)
    {
        var entries = CopyAliases(draft);
        var entry = entries.FindEntry(id => IsSame(id, alias)) ?? entries.AddEntry(alias);
        entry["Model"] = model?.ToString();
        draft.Set(Aliases, entries);
    }

    /// <summary>Removes an entry of <c>Model:Aliases</c>; a short name of the catalog that it hid is back.</summary>
    public static void RemoveAlias(this StateFileDraft draft, string alias)
    {
        var entries = CopyAliases(draft);
        if (entries.FindEntry(id => IsSame(id, alias)) is not { } entry) return;
        entries.Remove(entry);
        draft.Set(Aliases, entries);
    }

    private static JsonArray CopyAliases(StateFileDraft draft) => draft.CopyList(Aliases, draft.Effective.Model.Aliases.Select(Entry));

    private static JsonObject Entry(AliasOptions alias) => new() { ["Id"] = alias.Id, ["Model"] = alias.Model };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static bool IsSame(string id, string alias) => id.Equals(alias, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string text, ModelRef model) => ModelRef.TryParse(text, out var named) && named == model;
}
