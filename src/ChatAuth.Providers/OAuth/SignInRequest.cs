using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.OAuth;

/// <summary>Who shall sign in, and how the person is met.</summary>
/// <param name="Settings">The issuer.</param>
/// <param name="Id">The profile that the login shall be.</param>
/// <param name="Show">Shows the person the address to open. It belongs on the host's terminal only, never in a chat.</param>
public sealed record SignInRequest(OAuthSettings Settings, ProfileId Id, Action<Uri> Show)
{
    /// <summary>
    /// Waits for the address that the browser was sent to, pasted by the person, for hosts whose browser is elsewhere; its task may end with null for "none
    /// comes". It is cancelled when the answer came by itself. Null: nothing can be pasted.
    /// </summary>
    public Func<CancellationToken, Task<string?>>? Paste { get; init; }

    /// <summary>What is stored under that id; null when nothing is.</summary>
    public StoredCredential? Stored { get; init; }

    /// <summary>The endpoint origin that the login is for; null is the vendor's own.</summary>
    public string? Origin { get; init; }
}
