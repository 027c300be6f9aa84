using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>A way to call model vendors. A singleton; thread-safe.</summary>
public interface IModelProvider
{
    /// <summary>Whether it can call this vendor.</summary>
    bool Serves(ProviderId provider);

    /// <summary>Profiles that need nothing of the operator, such as the demonstration's.</summary>
    IReadOnlyList<StoredCredential> BuiltInCredentials { get; }

    /// <summary>A client that asks this model with this profile's credential and no other. It makes one request in its life: no retry, no failover.</summary>
    /// <param name="model">The model.</param>
    /// <param name="profile">Whose credential is shown.</param>
    /// <param name="endpoint">Where, as it is configured; null is the vendor's own.</param>
    /// <param name="permit">The authority for that request, which the client redeems right before it sends. An answer of a client that did not is not handed on.</param>
    /// <remarks>
    /// It is asked for a whole answer or for a stream, with options where the host has any; their model is then this one. Its failures are <see cref="VendorException"/>s; after any other
    /// exception the outcome is what the permit recorded.
    /// </remarks>
    IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit);
}
