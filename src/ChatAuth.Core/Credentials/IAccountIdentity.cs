using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>Asks a vendor whose account a token belongs to. Asked once a token, on the host's commands and watches only, never on a message's path.</summary>
public interface IAccountIdentity
{
    /// <summary>Whether it knows this vendor and is configured for it.</summary>
    bool Serves(ProviderId provider);

    /// <summary>Asks. What goes wrong is returned; only cancellation is thrown.</summary>
    Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken);
}
