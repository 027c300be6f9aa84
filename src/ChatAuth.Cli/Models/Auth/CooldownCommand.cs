using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth cooldown</c>.</summary>
internal static class CooldownCommand
{
    public static Command Create(CliHost host)
    {
        var agent = AgentScope.Option();
        var command = new Command("cooldown", "List the credentials that rest after failures: why, and until when.") { agent, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(agent), cancellationToken));
        command.Add(CooldownClearCommand.Create(host));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, CancellationToken cancellationToken)
    {
        var now = host.Now;
        var roster = await host.Get<RosterSource>().LoadAsync(agent, now, cancellationToken).ConfigureAwait(false);
        var resting = roster.All
            .Select(entry => (entry.Profile, Because: entry.Health.RestAt(now)!))
            .Where(entry => entry.Because is not null)
            .OrderBy(entry => entry.Because.Until)
            .ToList();
        if (host.Json)
        {
            JsonOutput.WriteArray(host.Output, resting, (json, entry) => RestText.Write(json, entry.Profile, entry.Because, now));
            return ExitCodes.Ok;
        }
        var width = resting.Count == 0 ? 0 : resting.Max(entry => entry.Profile.Id.ToString().Length);
        foreach (var (profile, rest) in resting) host.Output.WriteLine($"{profile.Id.ToString().PadRight(width)}  {RestText.Of(rest, now)}");
        host.Output.WriteLine(resting.Count == 0 ? "Nobody rests." : "A rest holds in all chats of the agent; chatauth models auth cooldown clear PROFILE ends it.");
        return ExitCodes.Ok;
    }
}
