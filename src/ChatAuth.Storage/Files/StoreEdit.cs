using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Changes an <c>auth-profiles.json</c>. What an edit does not speak of passes through as it is spelled, unread.</summary>
internal static class StoreEdit
{
    private const string Profiles = "profiles";

    /// <summary>The store after an edit.</summary>
    public static SpelledObject Apply(SpelledObject store, CredentialEdit edit) => edit switch
    {
        CredentialEdit.Put put => Put(store, put.Entry),
        CredentialEdit.Remove remove => Remove(store, remove.Id),
        CredentialEdit.SetOrder order => OrderEdit.Apply(store, order.Provider, order.Profiles ?? []),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private static SpelledObject Put(SpelledObject store, StoredCredential entry)
    {
        var profiles = store.Inside(Profiles);
        var key = profiles.FindName(name => IsKeyOf(name, entry.Id)) ?? entry.Id.ToString();
        return store.With(Profiles, profiles.With(key, EntryEdit.Apply(profiles.Inside(key), entry).ToJson()).ToJson());
    }

    private static SpelledObject Remove(SpelledObject store, ProfileId id)
    {
        var profiles = store.Inside(Profiles);
        var key = profiles.FindName(name => IsKeyOf(name, id));
        return key is null ? store : store.With(Profiles, profiles.Without(key.Equals).ToJson());
    }

    private static bool IsKeyOf(string name, ProfileId id) => ProfileId.TryParse(name, out var named) && named == id;
}
