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
        var signIn = credential is Credential.OAuth ? entry.Find("chatauth", JsonValueKind.Object)?.Text("signIn") : null;
        return new StoredCredential(id, provider, credential, entry.Text("email"), signIn);
    }

    private static Credential ReadCredential(JsonElement entry) => entry.Text("type") switch
    {
        "api_key" => new Credential.ApiKey(ReadSecret(entry, "key")),
        "token" => new Credential.Token(ReadSecret(entry, "token"), entry.Moment("expires")),
        "oauth" => new Credential.OAuth(ReadSecret(entry, "access"), ReadSecret(entry, "refresh"), entry.Moment("expires")),
        var other => new Credential.Unknown(other ?? "unknown"),
    };

    private static Secret? ReadSecret(JsonElement entry, string name) => Secret.TryCreate(entry.Text(name), out var secret) ? secret : null;

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
