using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Model:Aliases</c>, which win over the short names that the models themselves list.</summary>
internal static class AliasReader
{
    /// <summary>The models with their short names as they are then; a model that is only named here joins them.</summary>
    public static IReadOnlyList<CatalogModel> Apply(IList<AliasOptions>? entries, IReadOnlyList<CatalogModel> models, SettingsProblems problems)
    {
        if (entries is not { Count: > 0 }) return models;
        var given = new List<(string Alias, ModelRef? Model)>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var path = $"Model:Aliases[{index}]";
            ModelRef model = default;
            if (AliasName.FindFault(entry.Id) is { } fault) problems.Add($"{path}.Id", fault);
            else if (problems.AddTo(taken, $"{path}.Id", entry.Id) && (string.IsNullOrEmpty(entry.Model) || problems.TryRead($"{path}.Model", entry.Model, TextForm.Model, out model)))
                given.Add((entry.Id, string.IsNullOrEmpty(entry.Model) ? null : model));
        }
        var listed = models.Select(model => With(model, [.. model.Aliases.Where(alias => !taken.Contains(alias)), .. AliasesOf(model.Ref)])).ToList();
        listed.AddRange(given.Select(entry => entry.Model).OfType<ModelRef>().Distinct().Where(added => models.All(model => model.Ref != added))
            .Select(added => new CatalogModel(added, [.. AliasesOf(added)], null)));
        return listed;

        IEnumerable<string> AliasesOf(ModelRef model) => given.Where(entry => entry.Model == model).Select(entry => entry.Alias);
    }

    private static CatalogModel With(CatalogModel model, IReadOnlyList<string> aliases) => model with { Aliases = aliases };
}
