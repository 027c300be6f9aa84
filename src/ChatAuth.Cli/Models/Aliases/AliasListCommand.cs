using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models.Aliases;

/// <summary><c>chatauth models aliases list</c>.</summary>
internal static class AliasListCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("list", "List every alias with its model.") { Switches.Json() };
        command.SetAction(_ => Run(host));
        return command;
    }

    private static int Run(CliHost host)
    {
        var aliases = host.Get<ChatAuthSettings>().Catalog.Aliases.OrderBy(alias => alias.Key, StringComparer.Ordinal).ToList();
        if (host.Json) JsonOutput.Write(host.Output, json =>
        {
            json.WriteStartObject("aliases");
            foreach (var (alias, model) in aliases) json.WriteString(alias, model.Ref.ToString());
            json.WriteEndObject();
        });
        else
        {
            foreach (var (alias, model) in aliases) host.Output.WriteLine($"{alias} = {model.Ref}");
            if (aliases.Count == 0) host.Output.WriteLine("(none)");
        }
        return ExitCodes.Ok;
    }
}
