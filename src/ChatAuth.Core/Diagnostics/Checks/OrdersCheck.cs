using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether the explicit orders name profiles that are there.</summary>
internal sealed class OrdersCheck(StoredAgents agents, ChatAuthSettings settings) : ICheck
{
    public string Name => "orders";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        return survey.Judge(
            [.. survey.Agents.SelectMany(agent => OrdersOf(agent).Select(order => Judge(agent, order.Key, order.Value)).OfType<Finding>())],
            "Every order names profiles that are there.");
    }

    /// <summary>Those that are written for this agent; the configuration's are looked at with the main agent, unless its store has another.</summary>
    private IEnumerable<KeyValuePair<ProviderId, ProfileOrder>> OrdersOf(StoredAgent agent)
    {
        var own = agent.Stored.Orders.Keys.Except(agent.Stored.InheritedOrders)
            .Select(provider => KeyValuePair.Create(provider, agent.Stored.FindOrder(provider)!)).ToList();
        return agent.Agent.IsMain ? own.Concat(settings.Orders.Where(order => own.TrueForAll(stored => stored.Key != order.Key))) : own;
    }

    private static Finding? Judge(StoredAgent agent, ProviderId provider, ProfileOrder order)
    {
        var there = order.Ids.Where(agent.Known.Contains).ToList();
        if (there.Count == order.Ids.Count && there.Count > 0) return null;
        var where = order.Source == "configuration" ? "the configuration" : $"the store of {agent.Agent}";
        return there.Count == 0
            ? new("order-leaves-nobody", FindingSeverity.Error, $"The order of {provider} in {where} names nobody who is there: nobody is chosen automatically.", Correct(order, Clear(agent, provider)))
            : new(
                "order-names-missing", FindingSeverity.Warning, $"The order of {provider} in {where} names {string.Join(", ", order.Ids.Except(there))}, which is not stored.",
                Correct(order, $"chatauth models auth order set {string.Join(' ', there)} --provider {provider}{agent.Option}"));
    }

    private static string Clear(StoredAgent agent, ProviderId provider) => $"chatauth models auth order clear --provider {provider}{agent.Option}";

    /// <summary>The configuration is the operator's to write.</summary>
    private static string Correct(ProfileOrder order, string command) => order.Source == "configuration" ? "Correct Auth:Orders in the configuration." : command;
}
