using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary><c>chatauth models auth remove</c>.</summary>
internal static class AuthRemoveCommand
{
    public static Command Create(CliHost host)
    {
        var profile = new Argument<string>("PROFILE") { Description = "The profile, provider:name." };
        var agent = AgentScope.Option();
        var yes = Switches.Yes();
        var command = new Command("remove", "Remove a credential from the store. A borrowed login stays away until it is accepted again.") { profile, agent, yes, Switches.Json() };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(host, parsed.GetRequiredValue(profile), parsed.GetValue(agent), parsed.GetValue(yes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, string typed, AgentId agent, bool isAnswered, CancellationToken cancellationToken)
    {
        if (!ProfileId.TryParse(typed, out var id)) return host.Fail(ErrorCode.ProfileUnknown);
        var scope = await AgentScope.LoadAsync(host, agent, cancellationToken).ConfigureAwait(false);
        var stored = scope.Credentials.Credentials.FirstOrDefault(entry => entry.Id == id);
        if (stored is null or { Inherited: true }) return await FailAsync(host, id, agent, stored, cancellationToken).ConfigureAwait(false);
        if (await Confirmation.AskAsync(host, $"Remove {id}?", isAnswered, cancellationToken).ConfigureAwait(false) is { } missing) return host.Fail(missing);
        // First the word that keeps a borrowed login away: between the two another command could bring it back.
        var staysAway = stored.IsImport;
        if (stored.IsImport)
        {
            var edit = await KeepAwayAsync(host, stored.Source, cancellationToken).ConfigureAwait(false);
            LeftAlone.Write(host, edit);
            staysAway = edit.LeftAlone.Count == 0;
        }
        await host.Get<ICredentialStore>().EditAsync(agent, own => Edits(own, stored), cancellationToken).ConfigureAwait(false);
        Write(host, stored, scope.StorePath, staysAway);
        return ExitCodes.Ok;
    }

    private static Task<StateFileEdit> KeepAwayAsync(CliHost host, string source, CancellationToken cancellationToken)
    {
        var said = host.Get<ChatAuthSettings>().Imports.GetValueOrDefault(source) ?? new ImportSettings(source);
        return host.Get<StateFileEditor>().EditAsync(draft => draft.PutImport(said with { Accepted = false, Removed = true }), cancellationToken);
    }

    /// <summary>An order of this one alone stays: without it others would be chosen that the operator left out.</summary>
    private static IReadOnlyList<CredentialEdit> Edits(CredentialSet own, StoredCredential stored)
    {
        var remove = new CredentialEdit.Remove(stored.Id);
        return own.Orders.TryGetValue(stored.Provider, out var order) && order.Contains(stored.Id) && order.Count > 1
            ? [remove, new CredentialEdit.SetOrder(stored.Provider, [.. order.Where(id => id != stored.Id)])]
            : [remove];
    }

    private static async Task<int> FailAsync(CliHost host, ProfileId id, AgentId agent, StoredCredential? inherited, CancellationToken cancellationToken)
    {
        if (inherited is not null) return host.Fail(ErrorCode.ProfileElsewhere, "it is in the main agent's store: --agent main");
        var roster = await host.Get<RosterSource>().LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        return roster.Find(id) is { Source: var source }
            ? host.Fail(ErrorCode.ProfileElsewhere, $"it comes from: {source}")
            : host.Fail(ErrorCode.ProfileUnknown);
    }

    private static void Write(CliHost host, StoredCredential removed, string storePath, bool staysAway)
    {
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteString("profileId", removed.Id.ToString());
                json.WriteString("authStorePath", storePath);
                json.WriteBoolean("staysAway", staysAway);
            });
            return;
        }
        host.Output.WriteLine($"{removed.Id} is removed from {storePath}.");
        host.Output.WriteLine((removed.IsImport, staysAway) switch
        {
            (true, true) => $"It is not borrowed again; chatauth models auth accept {removed.Source} brings it back.",
            (true, false) => "The next chatauth models status borrows it again, because what keeps it away could not be written.",
            _ => "Its secret works until it is revoked where it was issued.",
        });
    }
}
