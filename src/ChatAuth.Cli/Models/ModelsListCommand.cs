using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models list</c>. Without <c>--refresh</c> nobody is called: it tells what is configured and what vendors said last.</summary>
internal static class ModelsListCommand
{
    public static Command Create(CliHost host)
    {
        var all = new Option<bool>("--all") { Description = "Also those without a credential, and those that the allowlist leaves out." };
        var refresh = new Option<bool>("--refresh") { Description = "First ask the vendors which models the accepted and usable accounts may use; nothing is charged." };
        var provider = ProviderOption();
        var plain = new Option<bool>("--plain") { Description = "Write one model a line." };
        var json = Switches.Json();
        var agent = AgentScope.Option();
        var command = new Command("list", "List the models that can be chosen and have a credential, with their aliases, and those that vendors offer besides.")
        {
            all, refresh, provider, plain, json, agent,
        };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(json) && parsed.GetValue(plain)
            ? Task.FromResult(host.Fail(ErrorCode.Usage, "--json and --plain exclude each other"))
            : RunAsync(host, new Asked(
                parsed.GetValue(agent), parsed.GetResult(provider) is null ? null : parsed.GetValue(provider), parsed.GetValue(all), parsed.GetValue(refresh),
                parsed.GetValue(plain)), cancellationToken));
        return command;
    }

    private static Option<ProviderId> ProviderOption()
    {
        var option = OrderScope.ProviderOption();
        option.Required = false;
        option.Description = "Only this provider.";
        return option;
    }

    private static async Task<int> RunAsync(CliHost host, Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Provider is { } named && await OrderScope.FindAsync(host, asked.Agent, named, cancellationToken).ConfigureAwait(false) is null) return OrderScope.Unknown(host);
        IReadOnlyList<ListingOutcome> outcomes = asked.Refresh
            ? await host.Get<ListingRefresher>().RefreshAsync(asked.Agent, profile => asked.Concerns(profile.Provider), cancellationToken).ConfigureAwait(false)
            : [];
        var roster = await host.Get<RosterSource>().LoadAsync(asked.Agent, host.Now, cancellationToken).ConfigureAwait(false);
        List<AuthProfile> profiles = [.. roster.All.Select(entry => entry.Profile)];
        var catalog = host.Get<CatalogSource>().For(roster, asker: null);
        List<ListedModel> models =
        [
            .. ListedModel.All(catalog).Where(model => asked.Concerns(model.Ref.Provider))
                .Select(model => new ListedModel(model, catalog, roster.Providers.Contains(model.Ref.Provider)))
                .Where(listed => asked.All || (listed.IsAllowed && listed.HasCredential)),
        ];
        var listings = host.Get<IListingCache>().Load();
        Write(host, asked, models, ListingRow.Of(profiles.Where(profile => asked.Concerns(profile.Provider)), listings, outcomes), listings.Fault);
        return asked.Refresh ? ExitCodeOf(outcomes) : ExitCodes.Ok;
    }

    private static void Write(CliHost host, Asked asked, IReadOnlyList<ListedModel> models, IReadOnlyList<ListingRow> rows, string? fault)
    {
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteStartArray("models");
                foreach (var listed in models) listed.Write(json);
                json.WriteEndArray();
                json.WriteStartArray("listings");
                foreach (var row in rows) row.Write(json);
                json.WriteEndArray();
                json.WriteString("listingsFault", fault);
            });
            return;
        }
        foreach (var listed in models) host.Output.WriteLine(asked.Plain ? listed.Model.Ref.ToString() : listed.Describe());
        if (asked.Plain) return;
        if (models.Count == 0) host.Output.WriteLine("(none; --all lists those without a credential)");
        if (asked.Refresh && rows.All(row => row.Outcome is null)) host.Output.WriteLine("No account is accepted and usable, so nobody was asked.");
        if (fault is not null) host.Output.WriteLine($"What vendors said last counts as nothing. {fault} Run: chatauth models list --refresh");
        if (rows.Count == 0) return;
        host.Output.WriteLine();
        var width = rows.Max(row => row.Profile.Id.ToString().Length);
        foreach (var row in rows) host.Output.WriteLine($"{row.Profile.Id.ToString().PadRight(width)}  {row.Describe(host.Now)}");
    }

    /// <summary>The first failure counts; where nobody could be asked, that does.</summary>
    private static int ExitCodeOf(IReadOnlyList<ListingOutcome> outcomes) =>
        outcomes.Count == 0 ? ExitCodes.Unavailable : outcomes.Select(outcome => outcome.Failure).OfType<ErrorCode>().FirstOrDefault()?.ExitCode ?? ExitCodes.Ok;

    /// <summary>What was typed.</summary>
    private sealed record Asked(AgentId Agent, ProviderId? Provider, bool All, bool Refresh, bool Plain)
    {
        public bool Concerns(ProviderId provider) => Provider is null || Provider == provider;
    }
}
