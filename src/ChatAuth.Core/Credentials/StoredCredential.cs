using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>One entry of a credential store.</summary>
/// <param name="Id">Its profile id.</param>
/// <param name="Provider">The provider that the entry itself names; it can differ from the id's prefix, and then wins.</param>
/// <param name="Credential">What it authenticates with.</param>
/// <param name="Email">The account's e-mail as stored; private.</param>
/// <param name="SignIn">The random id of an OAuth sign-in, kept by our own refreshes; null where the entry has none.</param>
/// <param name="Source">Where it came from: <c>store</c>, <c>demo</c>, an import's name such as <c>claude-cli</c>, or a place of the environment.</param>
/// <param name="Inherited">It is read from the main agent's store, because this agent has none for the provider.</param>
public sealed record StoredCredential(
    ProfileId Id,
    ProviderId Provider,
    Credential Credential,
    string? Email = null,
    string? SignIn = null,
    string Source = "store",
    bool Inherited = false)
{
    /// <summary>The account as the vendor stated it for this very login; null while it is unproven. Private.</summary>
    public string? Account { get; init; }

    /// <summary>The endpoint origin that it was stored for, such as <c>https://proxy.example</c>; null is the vendor's own.</summary>
    public string? Origin { get; init; }

    /// <summary>It is borrowed from another program: its <see cref="Source"/> is that source's name.</summary>
    public bool IsImport { get; init; }

    /// <summary>What became of the last refresh of an OAuth login.</summary>
    public RefreshState Refresh { get; init; }
}
