using System.CommandLine;
using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models list</c>.</summary>
internal static class ModelsListCommand
{
    public static Command Create(CliHost host)
    {
        var all = new Option<bool>("--all") { Description = "Also those without a credential, and those that the allowlist leaves out." };
        var plain = new Option<bool>("--plain") { Description = "Write one model a line." };
        var json = Switches.Json();
        var agent = AgentScope.Option();
        var command = new Command("list", "List the models that can be chosen and have a credential, with their aliases.") { all, json, plain, agent };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(json) && parsed.GetValue(plain)
            ? Task.FromResult(host.Fail(ErrorCode.Usage, "--json and --plain exclude each other"))
            : RunAsync(host, parsed.GetValue(agent), parsed.GetValue(all), parsed.GetValue(plain), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, bool all, bool plain, CancellationToken cancellationToken)
    {
        var catalog = host.Get<ChatAuthSettings>().Catalog;
        var roster = await host.Get<RosterSource>().LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        var shown = Known(catalog)
            .Select(model => new Listed(model, catalog, roster.Providers.Contains(model.Ref.Provider)))
            .Where(listed => all || (listed.IsAllowed && listed.HasCredential))
            .ToList();
        if (host.Json) JsonOutput.Write(host.Output, json =>
        {
            json.WriteStartArray("models");
            foreach (var listed in shown) listed.Write(json);
            json.WriteEndArray();
        });
        else
        {
            foreach (var listed in shown) host.Output.WriteLine(plain ? listed.Model.Ref.ToString() : listed.Describe());
            if (shown.Count == 0 && !plain) host.Output.WriteLine("(none; --all lists those without a credential)");
        }
        return ExitCodes.Ok;
    }

    /// <summary>Those that are listed, then those that only the default, the fallbacks or the allowlist name.</summary>
    private static IEnumerable<CatalogModel> Known(ModelCatalog catalog) => catalog.Models.Concat(catalog.Fallbacks
        .Prepend(catalog.Default)
        .Concat(catalog.Allowed ?? [])
        .Distinct()
        .Where(model => catalog.Find(model) is null)
        .Select(model => new CatalogModel(model, [])));

    /// <summary>One row.</summary>
    private sealed record Listed(CatalogModel Model, ModelCatalog Catalog, bool HasCredential)
    {
        public bool IsAllowed => Catalog.Allows(Model.Ref);

        private bool IsDefault => Model.Ref == Catalog.Default;

        private bool IsFallback => Catalog.Fallbacks.Contains(Model.Ref);

        public string Describe()
        {
            string?[] marks =
            [
                IsDefault ? "default" : null, IsFallback ? "fallback" : null, IsAllowed ? null : "not allowed", HasCredential ? null : "no credential",
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
            json.WriteString("label", Model.Label);
            json.WriteStrings("aliases", Model.Aliases);
            json.WriteBoolean("default", IsDefault);
            json.WriteBoolean("fallback", IsFallback);
            json.WriteBoolean("allowed", IsAllowed);
            json.WriteBoolean("hasCredential", HasCredential);
            json.WriteEndObject();
        }
    }
}
