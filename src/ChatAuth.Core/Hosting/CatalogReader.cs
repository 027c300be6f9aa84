using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Model</c>, <c>Models</c> and <c>Providers</c>. What is wrong is left out, so that the rest can be looked at.</summary>
internal static class CatalogReader
{
    private const int MostSeconds = 3600;

    public static ModelCatalog Read(ChatAuthOptions options, SettingsProblems problems)
    {
        problems.TryRead("Model:Default", options.Model.Default, TextForm.Model, out var defaultModel);
        return new ModelCatalog(
            AliasReader.Apply(options.Model.Aliases, ReadModels(options.Models, problems), problems),
            defaultModel,
            ReadFallbacks(options.Model.Fallbacks, defaultModel, problems),
            options.Model.Allowed is { } allowed ? problems.ReadList("Model:Allowed", allowed, TextForm.Model) : null,
            EndpointReader.Read(options.Providers, problems));
    }

    public static TimeSpan ReadTimeout(ModelOptions written, SettingsProblems problems)
    {
        if (written.TimeoutSeconds is < 1 or > MostSeconds) problems.Add("Model:TimeoutSeconds", $"must be 1 to {MostSeconds} seconds");
        return TimeSpan.FromSeconds(written.TimeoutSeconds);
    }

    public static TimeSpan? ReadListRefresh(ModelOptions written, SettingsProblems problems)
    {
        if (written.ListRefreshHours is not { } hours) return null;
        if (hours < 1) problems.Add("Model:ListRefreshHours", "must be at least 1: vendors are not asked more often");
        return TimeSpan.FromHours(hours < 1 ? 1 : problems.ReadHours("Model:ListRefreshHours", hours));
    }

    private static List<ModelRef> ReadFallbacks(IList<string>? texts, ModelRef defaultModel, SettingsProblems problems)
    {
        var seen = new HashSet<string> { defaultModel.ToString() };
        var fallbacks = new List<ModelRef>();
        for (var index = 0; index < texts?.Count; index++)
        {
            var text = texts[index];
            if (problems.TryReadUnique($"Model:Fallbacks[{index}]", text, TextForm.Model, seen, out var model)) fallbacks.Add(model);
        }
        return fallbacks;
    }

    private static List<CatalogModel> ReadModels(IList<CatalogModelOptions>? entries, SettingsProblems problems)
    {
        var models = new List<CatalogModel>();
        var seen = new HashSet<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Models[{index}]";
            var aliases = ReadAliases($"{path}.Aliases", entry.Aliases, taken, problems);
            var label = problems.ReadLabel($"{path}.Label", entry.Label);
            if (problems.TryReadUnique($"{path}.Id", entry.Id, TextForm.Model, seen, out var model))
                models.Add(new CatalogModel(model, aliases, label));
        }
        return models;
    }

    private static List<string> ReadAliases(string path, IList<string>? texts, HashSet<string> taken, SettingsProblems problems)
    {
        var aliases = new List<string>();
        for (var index = 0; index < texts?.Count; index++)
        {
            var text = texts[index];
            var at = $"{path}[{index}]";
            if (AliasName.FindFault(text) is { } fault) problems.Add(at, fault);
            else if (problems.AddTo(taken, at, text)) aliases.Add(text);
        }
        return aliases;
    }
}
