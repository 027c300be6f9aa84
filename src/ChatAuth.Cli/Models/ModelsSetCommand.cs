using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models set</c>.</summary>
internal static class ModelsSetCommand
{
    public static Command Create(CliHost host)
    {
        var model = ModelArgument.Create();
        var command = new Command("set", "Set the default model; where only listed models are allowed, it joins them.") { model, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetRequiredValue(model), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string typed, CancellationToken cancellationToken)
    {
        var catalog = host.Get<ChatAuthSettings>().Catalog;
        if (TypedModel.Find(catalog, typed, out var model) is { } wrong) return TypedModel.Fail(host, wrong, catalog, typed);
        var edit = await host.Get<StateFileEditor>().EditAsync(draft => draft.SetDefault(model), cancellationToken).ConfigureAwait(false);
        return ModelEdit.Write(host, edit, $"The default model is {model}.", json => json.WriteString("defaultModel", model.ToString()));
    }
}
