using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>Everything that a credential store holds for one agent, at one moment.</summary>
/// <param name="Credentials">All entries, in stored order; the main agent's after the agent's own.</param>
/// <param name="Orders">The explicit orders of the store, by provider; never empty lists.</param>
/// <param name="Usage">The health that the original wrote beside the entries: it seeds ours.</param>
/// <param name="Location">Where the store is; private, for the terminal and private replies only.</param>
public sealed record CredentialSet(
    IReadOnlyList<StoredCredential> Credentials,
    IReadOnlyDictionary<ProviderId, IReadOnlyList<ProfileId>> Orders,
    IReadOnlyDictionary<ProfileId, ProfileHealth> Usage,
    string Location)
{
    /// <summary>The providers whose order in <see cref="Orders"/> is the main agent's; empty for the main agent itself.</summary>
    public IReadOnlyCollection<ProviderId> InheritedOrders { get; init; } = [];

    /// <summary>The store's order of a provider, with where it comes from: <c>store</c>, or <c>main</c> when it is inherited; null when there is none.</summary>
    public ProfileOrder? FindOrder(ProviderId provider) => Orders.TryGetValue(provider, out var ids)
        ? new ProfileOrder(ids, InheritedOrders.Contains(provider) ? "main" : "store")
        : null;

    /// <summary>The set as it is after an edit.</summary>
    public CredentialSet With(CredentialEdit edit) => edit switch
    {
        CredentialEdit.Put put when Credentials.Any(entry => entry.Id == put.Entry.Id) =>
            this with { Credentials = [.. Credentials.Select(entry => entry.Id == put.Entry.Id ? put.Entry : entry)] },
        CredentialEdit.Put put => this with { Credentials = [.. Credentials, put.Entry] },
        CredentialEdit.Remove remove => this with { Credentials = [.. Credentials.Where(entry => entry.Id != remove.Id)] },
        CredentialEdit.SetOrder order => this with { Orders = WithOrder(order) },
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private Dictionary<ProviderId, IReadOnlyList<ProfileId>> WithOrder(CredentialEdit.SetOrder order)
    {
        var orders = new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(Orders);
        if (order.Profiles is { Count: > 0 } profiles) orders[order.Provider] = profiles;
        else orders.Remove(order.Provider);
        return orders;
    }

    /// <summary>A set without entries.</summary>
    public static CredentialSet Empty(string location) => new(
        [], new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(), new Dictionary<ProfileId, ProfileHealth>(), location);
}
