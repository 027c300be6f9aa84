using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary>What is on this host already. Finding it changes nothing.</summary>
/// <param name="Stored">The main agent's credentials.</param>
/// <param name="Environment">The usable keys of the environment, for providers of the catalog.</param>
/// <param name="Logins">The programs whose logins can be borrowed.</param>
/// <param name="Clawdbot">An installation of Clawdbot, with what is new of its settings; null for none.</param>
/// <param name="NewAccounts">Its credentials that are not stored here, by agent.</param>
internal sealed record Found(
    IReadOnlyList<StoredCredential> Stored,
    IReadOnlyList<StoredCredential> Environment,
    IReadOnlyList<FoundLogin> Logins,
    ClawdbotReading? Clawdbot,
    IReadOnlyList<ClawdbotAgent> NewAccounts)
{
    /// <summary>Clawdbot has something that is not here yet.</summary>
    public bool HasNewOfClawdbot => Clawdbot is not null && (NewAccounts.Any(agent => agent.Accounts.Count > 0) || !Clawdbot.Settings.IsEmpty);

    /// <summary>The keys of the environment whose providers have no stored profile of the usual name.</summary>
    public IReadOnlyList<StoredCredential> NewKeys => [.. Environment
        .Select(key => key with { Id = key.Id with { Name = "default" }, Source = "store" })
        .Where(key => Stored.All(stored => stored.Id != key.Id))];

    public static async Task<Found> LookAsync(CliHost host, string? clawdbot, CancellationToken cancellationToken)
    {
        var settings = host.Get<ChatAuthSettings>();
        var store = host.Get<ICredentialStore>();
        var stored = await store.LoadAsync(AgentId.Main, cancellationToken).ConfigureAwait(false);
        var environment = host.Get<IEnvironmentKeys>().Read().Credentials
            .Where(key => settings.Catalog.Providers.Contains(key.Provider) && key.Credential is (Credential.ApiKey { Key: not null } or Credential.Token { Value: not null }))
            .Select(key => key with { Origin = EndpointOrigin.Of(key.Provider, settings.Catalog.FindEndpoint(key.Provider)?.BaseUrl) })
            .ToList();
        var logins = new List<FoundLogin>();
        foreach (var source in host.All<ICredentialSource>())
        {
            logins.Add(new(source, await source.ReadAsync(cancellationToken).ConfigureAwait(false), settings.Imports.GetValueOrDefault(source.Name)));
        }
        var reading = clawdbot is null ? null : ClawdbotDirectory.Read(clawdbot, [.. logins.Select(login => login.Source.Profile)]);
        var news = new List<ClawdbotAgent>();
        foreach (var agent in reading?.Agents ?? [])
        {
            var own = await store.LoadAsync(agent.Agent, cancellationToken).ConfigureAwait(false);
            news.Add(agent with { Accounts = [.. agent.Accounts.Where(account => own.Credentials.All(kept => kept.Id != account.Entry.Id))] });
        }
        var here = stored.Credentials.Concat(environment).Select(entry => entry.Provider).ToHashSet();
        return new(stored.Credentials, environment, logins, reading is null ? null : KeepApart(reading with { Settings = Unsaid(reading.Settings) }, here), news);
    }

    /// <summary>Keys that are here already must not begin to go to an address that another program's file names.</summary>
    private static ClawdbotReading KeepApart(ClawdbotReading reading, HashSet<ProviderId> here)
    {
        var apart = reading.Settings.Endpoints.Where(endpoint => endpoint.BaseUrl is not null && here.Contains(endpoint.Provider)).ToList();
        return reading with
        {
            Settings = reading.Settings with { Endpoints = [.. reading.Settings.Endpoints.Except(apart)] },
            Unmapped = [.. reading.Unmapped, .. apart.Select(endpoint => new UnmappedKey($"models.providers.{endpoint.Provider}", UnmappedReason.OtherAddress))],
        };
    }

    private static ClawdbotSettings Unsaid(ClawdbotSettings settings)
    {
        var layers = LayeredConfiguration.Read(null, null, ProcessEnvironment.Current);
        layers = layers with { File = StateFile.Read(layers.StateDirectory) };
        return settings.Unsaid(layers.FindPlace);
    }
}
