using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>One provider's order for one agent.</summary>
/// <param name="Agent">The agent and its store.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Order">The order that holds, with where it comes from; null when there is none.</param>
internal sealed record OrderScope(AgentScope Agent, ProviderId Provider, ProfileOrder? Order)
{
    public static Option<ProviderId> ProviderOption() => new("--provider")
    {
        Description = "The provider.",
        HelpName = "PROVIDER",
        Required = true,
        CustomParser = Parse,
    };

    /// <summary>Loads it; null when no such provider is known here.</summary>
    public static async Task<OrderScope?> FindAsync(CliHost host, AgentId agent, ProviderId provider, CancellationToken cancellationToken)
    {
        var scope = await AgentScope.LoadAsync(host, agent, cancellationToken).ConfigureAwait(false);
        var settings = host.Get<ChatAuthSettings>();
        var set = scope.Credentials;
        var known = settings.Catalog.Providers.Contains(provider)
            || set.Orders.ContainsKey(provider)
            || set.Credentials.Any(credential => credential.Provider == provider);
        return known ? new OrderScope(scope, provider, set.FindOrder(provider) ?? settings.Orders.GetValueOrDefault(provider)) : null;
    }

    public static int Unknown(CliHost host) => host.Fail(ErrorCode.ProviderUnknown);

    /// <summary>The order is the agent's own, so that clearing it changes something.</summary>
    public bool IsOwn => Order?.Source == "store";

    /// <summary>Where the order comes from, in words.</summary>
    public string Origin => Order?.Source switch
    {
        null => "(none)",
        "store" => "this agent's store",
        "main" => "the main agent's store",
        var other => other,
    };

    public void WriteJson(CliHost host) => JsonOutput.Write(host.Output, json =>
    {
        json.WriteString("agentId", Agent.Name);
        json.WriteString("agentDir", Agent.Directory);
        json.WriteString("provider", Provider.Name);
        json.WriteString("authStorePath", Agent.StorePath);
        if (Order is null) json.WriteNull("order");
        else json.WriteStrings("order", Order.Ids);
        json.WriteString("source", Order?.Source);
    });

    private static ProviderId Parse(ArgumentResult result)
    {
        var typed = result.Tokens[0].Value;
        if (!ProviderId.TryParse(typed, out var provider) || SecretInput.IsSuspect(typed)) result.AddError("not a provider");
        return provider;
    }
}
