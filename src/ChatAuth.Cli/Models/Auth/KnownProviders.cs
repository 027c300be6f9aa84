using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>The providers that a credential can be stored for: a slip of the hand would make one that nobody ever calls.</summary>
internal static class KnownProviders
{
    /// <summary>Refuses one that neither the table of variables, nor the configuration, nor the store, nor another program's login knows.</summary>
    /// <returns>The exit code; null for one that is known.</returns>
    public static async Task<int?> RefuseAsync(CliHost host, ProviderId provider, AgentId agent, CancellationToken cancellationToken)
    {
        var settings = host.Get<ChatAuthSettings>();
        var stored = await host.Get<ICredentialStore>().LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        List<ProviderId> known =
        [
            .. ProviderVariables.All.Select(row => row.Provider), .. settings.Catalog.Providers, .. settings.OAuth.Keys,
            .. stored.Credentials.Select(entry => entry.Provider), .. host.All<ICredentialSource>().Select(source => source.Profile.Provider),
        ];
        if (known.Contains(provider)) return null;
        var near = NearMiss.Of(provider.Name, known.Select(one => one.Name));
        return host.Fail(ErrorCode.ProviderUnknown, $"--provider; {(near.Count == 0 ? "" : $"near: {string.Join(", ", near)}; ")}another vendor is an entry of Providers in the configuration");
    }
}
