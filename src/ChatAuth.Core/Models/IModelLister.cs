using ChatAuth.Core.Chat;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>Asks model vendors which models a credential may use. That is no message, and nobody is charged for it. A singleton; thread-safe.</summary>
public interface IModelLister
{
    /// <summary>Whether it can ask this vendor.</summary>
    bool Serves(ProviderId provider);

    /// <summary>Asks with this profile's credential and no other, at its endpoint.</summary>
    /// <param name="profile">The profile; its credential has something to show.</param>
    /// <param name="endpoint">The configured endpoint of its provider; null is the vendor's own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VendorException">The vendor refused, or did not answer in a form that can be read.</exception>
    Task<OfferedModels> ListAsync(AuthProfile profile, ProviderEndpoint? endpoint, CancellationToken cancellationToken);
}
