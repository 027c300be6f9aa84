using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models.Aliases;

/// <summary><c>chatauth models aliases add</c>.</summary>
internal static class AliasAddCommand
{
    public static Command Create(CliHost host)
    {
        var alias = new Argument<string>("ALIAS") { Description = "The short name." };
        var model = ModelArgument.Create();
        var command = new Command("add", "Give a model a short name.") { alias, model, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetRequiredValue(alias), parsed.GetRequiredValue(model), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string alias, string typed, CancellationToken cancellationToken)
    {
        if (SecretInput.IsSuspect(alias)) return host.Fail(ErrorCode.SecretInArgument);
        if (AliasName.FindFault(alias) is not null) return host.Fail(ErrorCode.AliasInvalid);
        var catalog = host.Get<ChatAuthSettings>().Catalog;
        if (TypedModel.Find(catalog, typed, out var model) is { } wrong) return TypedModel.Fail(host, wrong, catalog, typed);
        if (catalog.Aliases.TryGetValue(alias, out var taken) && taken.Ref != model) return host.Fail(ErrorCode.AliasTaken);
        var edit = await host.Get<StateFileEditor>().EditAsync(Change, cancellationToken).ConfigureAwait(false);
        return ModelEdit.Write(host, edit, $"{alias} is {model}.", json =>
        {
            json.WriteString("alias", alias);
            json.WriteString("model", model.ToString());
        });

        void Change(StateFileDraft draft)
        {
            if (taken is null) draft.PutAlias(alias, model);
        }
    }
}
