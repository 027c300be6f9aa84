using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>The credentials of one foreign <c>auth-profiles.json</c>, whose format is ours. What it says in our own fields does not count.</summary>
/// <param name="root">The file.</param>
/// <param name="borrowed">Profiles that other programs bring in by themselves.</param>
internal sealed class KeptProfiles(ForeignNode root, IReadOnlyCollection<ProfileId> borrowed)
{
    public IEnumerable<ClawdbotAccount> Read()
    {
        var known = CredentialReader.Read(root.Value, "").Credentials.ToLookup(entry => entry.Id);
        foreach (var node in root.Find("profiles")?.Fields() ?? [])
        {
            if (Objection(node, known, out var entry) is { } objection) node.Refuse(objection);
            else yield return Strip(entry!);
        }
    }

    private UnmappedReason? Objection(ForeignNode node, ILookup<ProfileId, StoredCredential> known, out StoredCredential? entry)
    {
        entry = ForeignId.TryParse(node.Key, out var id) ? known[id].FirstOrDefault() : null;
        if (entry is null) return UnmappedReason.Unusable;
        if (borrowed.Contains(id) || id.Name.Equals("env", StringComparison.OrdinalIgnoreCase)) return UnmappedReason.Covered;
        if (ForeignSecret.Of(entry.Credential) is not null) return null;
        return node.Fields().Any(field => field.Value.ValueKind is JsonValueKind.Object || ForeignNode.IsReference(field.Value))
            ? UnmappedReason.Reference
            : UnmappedReason.Unusable;
    }

    private static ClawdbotAccount Strip(StoredCredential entry)
    {
        var isShared = entry.Credential is Credential.OAuth { Refresh: not null };
        var credential = entry.Credential is Credential.OAuth login ? login with { Refresh = null } : entry.Credential;
        return new(new StoredCredential(entry.Id, entry.Provider, credential, entry.Email), isShared);
    }
}
