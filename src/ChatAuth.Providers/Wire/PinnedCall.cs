using ChatAuth.Core.Chat;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>To whom a call may go, and with what.</summary>
/// <param name="Endpoint">The base address; requests to another origin are refused.</param>
/// <param name="Profile">Whose credential it is.</param>
/// <param name="Credential">The one credential that is shown there.</param>
/// <param name="Permit">The authority to make one request, which is redeemed before the socket.</param>
internal sealed record PinnedCall(Uri Endpoint, AuthProfile Profile, CredentialHeader Credential, SendPermit Permit)
{
    /// <summary>What is seen of it.</summary>
    public CallRecord Record { get; } = new(Credential, Permit);

    /// <summary>Headers that the vendor's API asks for besides. What the SDK sets stays here: the environment may have told it to.</summary>
    public (string Name, string Value)[] Added { get; init; } = [];

    /// <summary>Makes an answer one that the SDK can read; null leaves it as it comes.</summary>
    public Func<Stream, Stream>? Reader { get; init; }

    /// <summary>Who answers is Anthropic itself: nobody else's text is taken for Anthropic's. Default false.</summary>
    public bool IsAnthropics { get; init; }

    /// <summary>Whether a request would go where the credential belongs.</summary>
    public bool Allows(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && address.Scheme == Endpoint.Scheme && address.Host == Endpoint.Host && address.Port == Endpoint.Port
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}
