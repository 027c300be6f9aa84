using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>One entry of a credential store.</summary>
/// <param name="Id">Its profile id.</param>
/// <param name="Provider">The provider that the entry itself names; it can differ from the id's prefix, and then wins.</param>
/// <param name="Credential">What it authenticates with.</param>
/// <param name="Email">The account's e-mail as stored; private.</param>
/// <param name="SignIn">The random id of an OAuth sign-in, kept by our own refreshes; null where the entry has none.</param>
/// <param name="Source">Where it came from: <c>store</c>, <c>demo</c>, later an import's name.</param>
/// <param name="Inherited">It is read from the main agent's store, because this agent has none for the provider.</param>
public sealed record StoredCredential(
    ProfileId Id,
    ProviderId Provider,
    Credential Credential,
    string? Email = null,
    string? SignIn = null,
    string Source = "store",
    bool Inherited = false);
