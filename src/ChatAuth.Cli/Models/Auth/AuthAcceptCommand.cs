using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth accept</c>.</summary>
internal static class AuthAcceptCommand
{
    public static Command Create(CliHost host)
    {
        var what = new Argument<string>("SOURCE") { Description = "A program's name from models auth list, or a profile." };
        var agent = AgentScope.Option();
        var command = new Command("accept", "Let a borrowed login be chosen automatically, or a profile be sent to the endpoint that is configured now.") { what, agent, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetRequiredValue(what), parsed.GetValue(agent), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(CliHost host, string typed, AgentId agent, CancellationToken cancellationToken)
    {
        var isProfile = ProfileId.TryParse(typed, out var id);
        var source = host.All<ICredentialSource>().FirstOrDefault(source => source.Name == typed || (isProfile && source.Profile == id));
        if (source is not null) return AcceptSourceAsync(host, source, cancellationToken);
        return isProfile ? AcceptOriginAsync(host, agent, id, cancellationToken) : Task.FromResult(host.Fail(ErrorCode.SourceUnknown));
    }

    private static async Task<int> AcceptSourceAsync(CliHost host, ICredentialSource source, CancellationToken cancellationToken)
    {
        await Acceptance.WriteAsync(host, source.Name, cancellationToken).ConfigureAwait(false);
        var outcome = await ImportReport.UpdateAsync(host, source.Name, cancellationToken).ConfigureAwait(false);
        ImportReport.Write(host, outcome);
        return ExitCodes.Ok;
    }

    private static async Task<int> AcceptOriginAsync(CliHost host, AgentId agent, ProfileId id, CancellationToken cancellationToken)
    {
        var catalog = host.Get<ChatAuthSettings>().Catalog;
        StoredCredential? stored = null;
        string? origin = null;
        await host.Get<ICredentialStore>().EditAsync(agent, Decide, cancellationToken).ConfigureAwait(false);
        if (stored is null) return await FailAsync(host, agent, id, cancellationToken).ConfigureAwait(false);
        if (stored.Origin == origin) return host.Fail(ErrorCode.NothingToAccept);
        if (host.Json) JsonOutput.Write(host.Output, json =>
        {
            json.WriteString("profileId", id.ToString());
            json.WriteString("originBefore", stored.Origin);
            json.WriteString("origin", origin);
        });
        else host.Output.WriteLine($"{id} is sent to {origin ?? "the vendor's own address"} from now on, no more to {stored.Origin ?? "the vendor's own"}.");
        return ExitCodes.Ok;

        IReadOnlyList<CredentialEdit> Decide(CredentialSet own)
        {
            stored = own.Credentials.FirstOrDefault(entry => entry.Id == id);
            if (stored is null) return [];
            origin = EndpointOrigin.Of(stored.Provider, catalog.FindEndpoint(stored.Provider)?.BaseUrl);
            return stored.Origin == origin ? [] : [new CredentialEdit.Put(stored with { Origin = origin })];
        }
    }

    private static async Task<int> FailAsync(CliHost host, AgentId agent, ProfileId id, CancellationToken cancellationToken)
    {
        var roster = await host.Get<RosterSource>().LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        if (roster.Find(id) is not { } key || !roster.Environment.Holds(key)) return host.Fail(ErrorCode.ProfileUnknown);
        return key.Defect is CandidateReason.OriginChanged
            ? host.Fail(ErrorCode.EnvironmentKeyBound, Remedy.ToRebind(agent, key).Command)
            : host.Fail(ErrorCode.NothingToAccept);
    }
}
