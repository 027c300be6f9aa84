using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Reads the values out of an <c>auth-profiles.json</c>. Entries of no use are passed over; they stay in the file.</summary>
internal static class CredentialReader
{
    /// <summary>Everything that the document holds.</summary>
    public static CredentialSet Read(JsonElement root, string path) => new(
        [.. Fields(root, "profiles").Select(entry => ReadEntry(entry.Name, entry.Value)).OfType<StoredCredential>()],
        ReadOrders(root),
        ReadUsage(root),
        path);

    private static StoredCredential? ReadEntry(string key, JsonElement entry)
    {
        if (!ProfileId.TryParse(key, out var id) || !ProviderId.TryParse(entry.Text("provider"), out var provider)) return null;
        var credential = ReadCredential(entry);
        var own = entry.Find("chatauth", JsonValueKind.Object) ?? default;
        var source = own.Text("source");
        return new StoredCredential(id, provider, credential, entry.Text("email"), credential is Credential.OAuth ? own.Text("signIn") : null, source ?? "store")
        {
            Account = own.Text("account"),
            Origin = own.Text("origin"),
            IsImport = source is not null,
            Refresh = ReadRefresh(own),
        };
    }

    /// <summary>What became of the last refresh, from our own fields. A word of a later version says that something did: nothing is exchanged on a guess.</summary>
    public static RefreshState ReadRefresh(JsonElement own) => own.Text("refresh") switch
    {
        null => RefreshState.Untroubled,
        "refused" => RefreshState.Refused,
        "restored" => RefreshState.Restored,
        "client-refused" => RefreshState.ClientRefused,
        _ => RefreshState.OutcomeUnknown,
    };

    /// <summary>What an entry authenticates with.</summary>
    public static Credential ReadCredential(JsonElement entry) => entry.Text("type") switch
    {
        "api_key" => new Credential.ApiKey(ReadSecret(entry, "key")),
        "token" => new Credential.Token(ReadSecret(entry, "token"), entry.Moment("expires")),
        "oauth" => new Credential.OAuth(ReadSecret(entry, "access"), ReadSecret(entry, "refresh"), entry.Moment("expires")),
        var other => new Credential.Unknown(other ?? "unknown"),
    };

    /// <summary>The secret in a field; null when it is blank or malformed.</summary>
    public static Secret? ReadSecret(JsonElement entry, string name) => Secret.TryCreate(entry.Text(name), out var secret) ? secret : null;

    /// <summary>The first key that means a provider wins, as in the original.</summary>
    private static Dictionary<ProviderId, IReadOnlyList<ProfileId>> ReadOrders(JsonElement root)
    {
        var orders = new Dictionary<ProviderId, IReadOnlyList<ProfileId>>();
        foreach (var entry in Fields(root, "order"))
        {
            if (!ProviderId.TryParse(entry.Name, out var provider) || entry.Value.ValueKind is not JsonValueKind.Array) continue;
            var ids = entry.Value.EnumerateArray().Select(item => item.Text()).OfType<string>().Select(text => ReadId(text, provider)).ToList();
            if (ids.Count > 0) orders.TryAdd(provider, ids);
        }
        return orders;
    }

    /// <summary>What is no id still stands in the list, as one that no profile has: an order of nothing but mistakes leaves nobody.</summary>
    private static ProfileId ReadId(string text, ProviderId provider) =>
        ProfileId.TryParse(text, out var id) ? id : new ProfileId(provider, "?");

    private static Dictionary<ProfileId, ProfileHealth> ReadUsage(JsonElement root)
    {
        var usage = new Dictionary<ProfileId, ProfileHealth>();
        foreach (var entry in Fields(root, "usageStats"))
        {
            if (ProfileId.TryParse(entry.Name, out var id)) usage.TryAdd(id, UsageReader.Read(entry.Value));
        }
        return usage;
    }

    private static IEnumerable<JsonProperty> Fields(JsonElement root, string name) =>
        root.Find(name, JsonValueKind.Object) is { } found ? found.EnumerateObject() : [];
}
