using System.Buffers;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>The keys of providers that stand in a <c>clawdbot.json</c>. They become stored profiles, never configuration.</summary>
internal sealed class ConfiguredKeys(ForeignNode root)
{
    /// <summary>The name of their profiles, so that they never take the place of a stored one.</summary>
    private const string Name = "clawdbot";

    private static readonly SearchValues<char> s_variable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly Dictionary<ProviderId, Credential> _found = [];

    public IEnumerable<StoredCredential> Read()
    {
        foreach (var provider in ProviderVariables.All)
        {
            foreach (var name in provider.Names)
            {
                Add(provider.Provider, root.Find("env", "vars", name), name);
                Add(provider.Provider, root.Find("env", name), name);
            }
        }
        foreach (var entry in root.Find("models", "providers")?.Fields() ?? [])
        {
            if (ProviderId.TryParse(entry.Key, out var provider)) Add(provider, entry.Find("apiKey"), "apiKey");
        }
        return _found.Select(found => new StoredCredential(new ProfileId(found.Key, Name), found.Key, found.Value));
    }

    private void Add(ProviderId provider, ForeignNode? node, string name)
    {
        if (node is null || !node.TryTake<Secret>(TryReadKey, out var secret)) return;
        var credential = ProviderVariables.CredentialOf(name, secret);
        if (!_found.TryAdd(provider, credential) && !secret.Equals(ForeignSecret.Of(_found[provider]))) node.Refuse(UnmappedReason.Covered);
    }

    /// <summary>A name in capitals is a variable's, and is looked up by the original.</summary>
    private static bool TryReadKey(ReadOnlySpan<char> text, out Secret secret)
    {
        secret = null!;
        if (!text.ContainsAnyExcept(s_variable) || !ProviderVariables.TryRead(text.ToString(), out var read)) return false;
        secret = read!;
        return true;
    }
}
