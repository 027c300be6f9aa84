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

    /// <summary>A client that asks this model with this profile's credential and no other. It makes one request per call: no retry, no failover.</summary>
    /// <remarks>Its failures are <see cref="VendorException"/>s; any other exception counts as an unknown outcome.</remarks>
    IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint);
}
