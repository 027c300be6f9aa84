using System.CommandLine;
using System.Text.Json;
using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth list</c>. The terminal is private, so that accounts are named; no character of a secret is.</summary>
internal static class AuthListCommand
{
    public static Command Create(CliHost host)
    {
        var agent = AgentScope.Option();
        var command = new Command("list", "List profiles with their source, status and account, and the programs whose logins can be borrowed.") { Switches.Json(), agent };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(agent), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, CancellationToken cancellationToken)
    {
        var scope = await AgentScope.LoadAsync(host, agent, cancellationToken).ConfigureAwait(false);
        var roster = await host.Get<RosterSource>().LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        var sources = host.All<ICredentialSource>().Select(source => BorrowedSource.Of(source, host.Get<ChatAuthSettings>())).ToList();
        var profiles = roster.All.Select(entry => entry.Profile with { IsRenewed = sources.Exists(source => source.Renews(entry.Profile)) }).ToList();
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteString("agentId", scope.Name);
                json.WriteString("authStorePath", scope.StorePath);
                json.WriteStartArray("profiles");
                foreach (var profile in profiles) Write(json, host, profile);
                json.WriteEndArray();
                json.WriteStartArray("sources");
                foreach (var source in sources) source.Write(json);
                json.WriteEndArray();
            });
            return ExitCodes.Ok;
        }
        host.Output.WriteLine($"Store  {scope.StorePath}");
        var width = profiles.Count == 0 ? 0 : profiles.Max(profile => profile.Id.ToString().Length);
        foreach (var profile in profiles) host.Output.WriteLine($"  {profile.Id.ToString().PadRight(width)}  {Describe(host, profile)}");
        if (profiles.Count == 0) host.Output.WriteLine("  (none)");
        foreach (var source in sources) host.Output.WriteLine($"Source {source.Describe()}");
        return ExitCodes.Ok;
    }

    private static CredentialStatus StatusOf(CliHost host, AuthProfile profile) =>
        CredentialStatuses.Of(profile.Credential, host.Now, host.Get<ChatAuthSettings>().WarnWithin, profile.CanRefresh, profile.IsRenewed);

    private static string Describe(CliHost host, AuthProfile profile)
    {
        var status = StatusOf(host, profile);
        var end = profile.Credential.Expires is { } ends ? $"{(status is CredentialStatus.Expired ? "ended" : "ends")} {Remaining.Text(ends, host.Now)}" : null;
        string?[] parts =
        [
            CleanText.Name(profile.Credential.Kind), CleanText.Name(profile.Source), Kebab.Of(status), end, profile.IsAccepted ? null : "not accepted",
            profile.Defect is { } defect ? Kebab.Of(defect) : null, profile.Email is { } email ? CleanText.Name(email) : null,
        ];
        return string.Join("  ", parts.OfType<string>());
    }

    private static void Write(Utf8JsonWriter json, CliHost host, AuthProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("profileId", profile.Id.ToString());
        json.WriteString("provider", profile.Provider.Name);
        json.WriteString("type", profile.Credential.Kind);
        json.WriteString("source", profile.Source);
        json.WriteString("status", Kebab.Of(StatusOf(host, profile)));
        json.WriteMoment("expiresAt", profile.Credential.Expires);
        json.WriteBoolean("accepted", profile.IsAccepted);
        json.WriteString("defect", profile.Defect is { } defect ? Kebab.Of(defect) : null);
        json.WriteString("email", profile.Email);
        json.WriteEndObject();
    }
}
