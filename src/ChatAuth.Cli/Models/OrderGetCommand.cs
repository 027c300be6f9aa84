using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models auth order get</c>.</summary>
internal static class OrderGetCommand
{
    public static Command Create(CliHost host)
    {
        var provider = OrderScope.ProviderOption();
        var agent = AgentScope.Option();
        var json = Switches.Json();
        var command = new Command("get", "Show the order that holds, and where it comes from.") { provider, agent, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(host, parsed.GetValue(agent), parsed.GetValue(provider), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, AgentId agent, ProviderId provider, CancellationToken cancellationToken)
    {
        if (await OrderScope.FindAsync(host, agent, provider, cancellationToken).ConfigureAwait(false) is not { } scope) return OrderScope.Unknown(host);
        if (host.Json)
        {
            scope.WriteJson(host);
            return ExitCodes.Ok;
        }
        host.Output.WriteLine($"Agent     {scope.Agent.Name ?? "has nothing of its own and reads main's"}");
        host.Output.WriteLine($"Provider  {scope.Provider}");
        host.Output.WriteLine($"Store     {scope.Agent.StorePath}");
        host.Output.WriteLine($"Order     {(scope.Order is { Ids: { Count: > 0 } ids } ? string.Join(", ", ids) : "(none)")}");
        if (scope.Order is not null) host.Output.WriteLine($"From      {scope.Origin}");
        return ExitCodes.Ok;
    }
}
