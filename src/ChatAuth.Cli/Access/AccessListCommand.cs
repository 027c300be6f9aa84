using System.CommandLine;
using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Access;

/// <summary><c>chatauth access list</c>.</summary>
internal static class AccessListCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("list", "List owners, grants, and the rules of the configuration.") { Switches.Json() };
        command.SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, CancellationToken cancellationToken)
    {
        var grants = await host.Get<IAccessStore>().LoadAsync(cancellationToken).ConfigureAwait(false);
        var configured = host.Get<ChatAuthSettings>().AccessRules;
        var owners = grants.Owners.Select(owner => owner.ToString()).Order(StringComparer.Ordinal).ToList();
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteStrings("owners", owners);
                WriteRules(json, "granted", grants.Rules);
                WriteRules(json, "configured", configured);
            });
            return ExitCodes.Ok;
        }
        host.Output.WriteLine($"Owners  {(owners.Count == 0 ? "(none)" : string.Join(", ", owners))}");
        foreach (var rule in grants.Rules) host.Output.WriteLine(Line("granted", rule));
        foreach (var rule in configured) host.Output.WriteLine($"{Line("configured", rule)}  {CleanText.Name(rule.Id)}");
        return ExitCodes.Ok;
    }

    private static string Line(string origin, AccessRule rule) =>
        $"{(rule.Denies ? "deny " : "allow")}  {WhoOf(rule)}  {RightsArgument.Text(rule.Rights)}  in {rule.Conversation}  {origin}";

    private static string WhoOf(AccessRule rule) =>
        rule.Person?.ToString() ?? (rule.Role is { } role ? FormattableString.Invariant($"role {role}") : "everyone");

    private static void WriteRules(Utf8JsonWriter json, string name, IReadOnlyList<AccessRule> rules)
    {
        json.WriteStartArray(name);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("effect", rule.Denies ? "deny" : "allow");
            json.WriteString("rights", RightsArgument.Text(rule.Rights));
            json.WriteString("person", rule.Person?.ToString());
            if (rule.Role is { } role) json.WriteNumber("role", role);
            json.WriteString("in", rule.Conversation.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
