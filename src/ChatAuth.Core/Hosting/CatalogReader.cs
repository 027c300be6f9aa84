using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Model</c>, <c>Models</c> and <c>Providers</c>. What is wrong is left out, so that the rest can be looked at.</summary>
internal static class CatalogReader
{
    public static ModelCatalog Read(ChatAuthOptions options, SettingsProblems problems)
    {
        problems.TryRead("Model:Default", options.Model.Default, TextForm.Model, out var defaultModel);
        return new ModelCatalog(
            ReadModels(options.Models, problems),
            defaultModel,
            ReadFallbacks(options.Model.Fallbacks, defaultModel, problems),
            options.Model.Allowed is { } allowed ? problems.ReadList("Model:Allowed", allowed, TextForm.Model) : null,
            EndpointReader.Read(options.Providers, problems));
    }

    private static List<ModelRef> ReadFallbacks(IList<string>? texts, ModelRef defaultModel, SettingsProblems problems)
    {
        var seen = new HashSet<ModelRef> { defaultModel };
        var fallbacks = new List<ModelRef>();
        foreach (var (index, text) in (texts ?? []).Index())
        {
            var path = $"Model:Fallbacks[{index}]";
            if (problems.TryRead(path, text, TextForm.Model, out var model) && problems.AddTo(seen, path, model)) fallbacks.Add(model);
        }
        return fallbacks;
    }

    private static List<CatalogModel> ReadModels(IList<CatalogModelOptions>? entries, SettingsProblems problems)
    {
        var models = new List<CatalogModel>();
        var seen = new HashSet<ModelRef>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, entry) in (entries ?? []).Index())
        {
            var path = $"Models[{index}]";
            var aliases = ReadAliases($"{path}.Aliases", entry.Aliases, taken, problems);
            var label = problems.ReadLabel($"{path}.Label", entry.Label);
            if (problems.TryRead($"{path}.Id", entry.Id, TextForm.Model, out var model) && problems.AddTo(seen, $"{path}.Id", model))
                models.Add(new CatalogModel(model, aliases, label));
        }
        return models;
    }

    private static List<string> ReadAliases(string path, IList<string>? texts, HashSet<string> taken, SettingsProblems problems)
    {
        var aliases = new List<string>();
        foreach (var (index, text) in (texts ?? []).Index())
        {
            var at = $"{path}[{index}]";
            if (AliasName.FindFault(text) is { } fault) problems.Add(at, fault);
            else if (problems.AddTo(taken, at, text)) aliases.Add(text);
        }
        return aliases;
    }
}
