using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth cooldown clear</c>; a service that runs beside it sees the difference at its next message.</summary>
internal static class CooldownClearCommand
{
    public static Command Create(CliHost host)
    {
        var profile = new Argument<string>("PROFILE") { Description = "The profile, provider:name." };
        var agent = AgentScope.Option();
        var command = new Command("clear", "End a credential's rest, cool-down and billing disable, and forget its failures.") { profile, agent, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetRequiredValue(profile), parsed.GetValue(agent), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string typed, AgentId agent, CancellationToken cancellationToken)
    {
        var (source, now) = (host.Get<RosterSource>(), host.Now);
        var roster = await source.LoadAsync(agent, now, cancellationToken).ConfigureAwait(false);
        if (!ProfileId.TryParse(typed, out var id) || roster.FindEntry(id) is not { Profile: var profile } entry) return host.Fail(ErrorCode.ProfileUnknown);
        var rest = await source.ClearAsync(agent, entry, now, cancellationToken).ConfigureAwait(false);
        if (rest is not null && rest != entry.Health.RestAt(now)) return host.Fail(ErrorCode.ChoiceMoved);
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteBoolean("cleared", rest is not null);
                if (rest is null) json.WriteString("profileId", id.ToString());
                else RestText.Write(json, profile, rest, now);
            });
            return ExitCodes.Ok;
        }
        if (rest is null) host.Output.WriteLine($"{id} does not rest: nothing was changed.");
        else host.Output.WriteLine($"{id} may be used again. It was {RestText.Of(rest, now)}.");
        return ExitCodes.Ok;
    }
}
