using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models.Fallbacks;

/// <summary><c>chatauth models fallbacks</c>: the models that are tried after the default.</summary>
internal static class FallbacksCommand
{
    public static Command Create(CliHost host) => new("fallbacks", "The models that are tried, in order, when the default cannot be served.")
    {
        CreateList(host),
        CreateChange(host, "add", "Add a model as the last fallback.", (fallbacks, model) => fallbacks.Contains(model) ? null : [.. fallbacks, model]),
        CreateChange(host, "remove", "Remove a model from the fallbacks.", (fallbacks, model) => fallbacks.Contains(model) ? [.. fallbacks.Where(kept => kept != model)] : null),
        CreateClear(host),
    };

    private static Command CreateList(CliHost host)
    {
        var command = new Command("list", "List the fallbacks.") { Switches.Json() };
        command.SetAction(_ =>
        {
            var fallbacks = host.Get<ChatAuthSettings>().Catalog.Fallbacks;
            if (host.Json) JsonOutput.Write(host.Output, json => json.WriteStrings("fallbacks", fallbacks));
            else host.Output.WriteLine(fallbacks.Count == 0 ? "(none)" : string.Join(Environment.NewLine, fallbacks));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command CreateClear(CliHost host)
    {
        var command = new Command("clear", "Remove all fallbacks.") { Switches.Json() };
        command.SetAction((_, cancellationToken) => SaveAsync(host, [], cancellationToken));
        return command;
    }

    /// <param name="host">The host.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="change">The fallbacks after it; null when there is nothing to add or to remove.</param>
    private static Command CreateChange(CliHost host, string name, string description, Func<IReadOnlyList<ModelRef>, ModelRef, IReadOnlyList<ModelRef>?> change)
    {
        var model = ModelArgument.Create();
        var command = new Command(name, description) { model, Switches.Json() };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(model);
            var catalog = host.Get<ChatAuthSettings>().Catalog;
            if (TypedModel.Find(catalog, typed, out var named) is { } wrong) return Task.FromResult(TypedModel.Fail(host, wrong, catalog, typed));
            if (name == "add" && named == catalog.Default) return Task.FromResult(host.Fail(ErrorCode.FallbackTaken));
            if (change(catalog.Fallbacks, named) is not { } fallbacks)
                return Task.FromResult(host.Fail(name == "add" ? ErrorCode.FallbackTaken : ErrorCode.FallbackUnknown));
            return SaveAsync(host, fallbacks, cancellationToken);
        });
        return command;
    }

    private static async Task<int> SaveAsync(CliHost host, IReadOnlyList<ModelRef> fallbacks, CancellationToken cancellationToken)
    {
        var edit = await host.Get<StateFileEditor>().EditAsync(draft => draft.SetFallbacks(fallbacks), cancellationToken).ConfigureAwait(false);
        return ModelEdit.Write(
            host, edit, $"Fallbacks: {(fallbacks.Count == 0 ? "(none)" : string.Join(", ", fallbacks))}.", json => json.WriteStrings("fallbacks", fallbacks));
    }
}
