using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Changes the explicit order of one provider in an <c>auth-profiles.json</c>.</summary>
internal static class OrderEdit
{
    private const string Orders = "order";

    /// <summary>The store with that order, under the provider's canonical name and no other spelling of it.</summary>
    /// <param name="store">The store as it is.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="order">The order; empty removes it, and an <c>order</c> object with nothing left in it.</param>
    public static SpelledObject Apply(SpelledObject store, ProviderId provider, IReadOnlyList<ProfileId> order)
    {
        var orders = store.Inside(Orders);
        var edited = order.Count > 0 ? orders.With(provider.Name, Means, Spell(order)) : orders.Without(Means);
        return edited.IsEmpty ? store.Without(Orders.Equals) : store.With(Orders, edited.ToJson());

        bool Means(string key) => ProviderId.TryParse(key, out var named) && named == provider;
    }

    private static ReadOnlyMemory<byte> Spell(IReadOnlyList<ProfileId> order)
    {
        List<byte> json = [.. "["u8];
        foreach (var id in order)
        {
            if (json.Count > 1) json.Add((byte)',');
            json.AddRange(SpelledObject.Spell(id.ToString()).Span);
        }
        return (byte[])[.. json, .. "]"u8];
    }
}
