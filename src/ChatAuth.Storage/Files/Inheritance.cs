using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// What an agent may use besides its own: the main agent's credentials of those providers for which it has none.
/// It is a view; no file gets another's content.
/// </summary>
internal static class Inheritance
{
    public static CredentialSet Combine(CredentialSet own, CredentialSet main)
    {
        var providers = own.Credentials.Select(entry => entry.Provider).ToHashSet();
        var ids = own.Credentials.Select(entry => entry.Id).ToHashSet();
        var inherited = main.Credentials
            .Where(entry => !providers.Contains(entry.Provider) && !ids.Contains(entry.Id))
            .Select(entry => entry with { Inherited = true })
            .ToList();
        var orders = new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(own.Orders);
        var inheritedOrders = new List<ProviderId>();
        foreach (var (provider, order) in main.Orders.Where(order => !providers.Contains(order.Key)))
        {
            if (orders.TryAdd(provider, order)) inheritedOrders.Add(provider);
        }
        var usage = own.Usage.Where(entry => ids.Contains(entry.Key)).ToDictionary();
        foreach (var id in inherited.Select(entry => entry.Id).Where(main.Usage.ContainsKey)) usage[id] = main.Usage[id];
        return own with { Credentials = [.. own.Credentials, .. inherited], Orders = orders, InheritedOrders = inheritedOrders, Usage = usage };
    }
}
