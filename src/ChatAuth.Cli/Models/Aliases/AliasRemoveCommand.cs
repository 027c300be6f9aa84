using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models.Aliases;

/// <summary><c>chatauth models aliases remove</c>.</summary>
internal static class AliasRemoveCommand
{
    public static Command Create(CliHost host)
    {
        var alias = new Argument<string>("ALIAS") { Description = "The short name." };
        var command = new Command("remove", "Take a short name back.") { alias, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetRequiredValue(alias), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string typed, CancellationToken cancellationToken)
    {
        if (!host.Get<ChatAuthSettings>().Catalog.Aliases.TryGetValue(typed, out var model)) return host.Fail(ErrorCode.AliasUnknown);
        var alias = model.Aliases.First(known => known.Equals(typed, StringComparison.OrdinalIgnoreCase));
        // Whether it is an entry of ours or the catalog's own: an entry without a model takes it back.
        var edit = await host.Get<StateFileEditor>().EditAsync(draft => draft.PutAlias(alias, null), cancellationToken).ConfigureAwait(false);
        return ModelEdit.Write(host, edit, $"{alias} is no alias any more.", json => json.WriteString("alias", alias));
    }
}
