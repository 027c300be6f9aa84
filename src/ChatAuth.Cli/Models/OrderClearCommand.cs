using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models auth order clear</c>.</summary>
internal static class OrderClearCommand
{
    public static Command Create(CliHost host)
    {
        var provider = OrderScope.ProviderOption();
        var agent = AgentScope.Option();
        var json = Switches.Json();
        var command = new Command("clear", "Remove the agent's own order.") { provider, agent, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(host, parsed.GetValue(agent), parsed.GetValue(provider), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, ProviderId provider, CancellationToken cancellationToken)
    {
        if (await OrderScope.FindAsync(host, agent, provider, cancellationToken).ConfigureAwait(false) is not { } before) return OrderScope.Unknown(host);
        if (before.IsOwn) await host.Get<ICredentialStore>().EditAsync(agent, _ => [new CredentialEdit.SetOrder(provider, null)], cancellationToken).ConfigureAwait(false);
        var after = await OrderScope.FindAsync(host, agent, provider, cancellationToken).ConfigureAwait(false) ?? before with { Order = null };
        if (host.Json)
        {
            JsonOutput.Write(host.Output, json =>
            {
                json.WriteString("provider", provider.Name);
                json.WriteBoolean("cleared", before.IsOwn);
                json.WriteString("source", after.Order?.Source);
            });
            return ExitCodes.Ok;
        }
        host.Output.WriteLine(before.IsOwn ? $"The order of {provider} is cleared." : $"This agent had no order of its own for {provider}.");
        if (after.Order is not null) host.Output.WriteLine($"The order that holds now comes from {after.Origin}.");
        return ExitCodes.Ok;
    }
}
