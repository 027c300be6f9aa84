using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.Anthropic;

/// <summary>How Anthropic's Messages API wants to be shown a credential, by its public reference and its official SDK.</summary>
internal static class AnthropicCall
{
    /// <summary>The version that the SDK is written for; a test compares. It is set here because the environment may tell the SDK another.</summary>
    public const string Version = "2026-10-21";

    /// <summary>What the SDK's own providers of tokens ask for at Anthropic; who else speaks this API knows nothing of it.</summary>
    private const string TokensBeta = "oauth-2025-04-20";

    public static PinnedCall Of(Uri address, AuthProfile profile, SendPermit permit)
    {
        IReadOnlyList<(string, string)> key = [("anthropic-version", Version)];
        IReadOnlyList<(string, string)> token = profile.Provider == AnthropicProvider.Anthropic ? [.. key, ("anthropic-beta", TokensBeta)] : key;
        return profile.Credential switch
        {
            Credential.ApiKey { Key: { } secret } => new PinnedCall(address, profile, CredentialHeader.Named("x-api-key", secret), permit) { Added = key },
            Credential.Token { Value: { } secret } => new PinnedCall(address, profile, CredentialHeader.Bearer(secret), permit) { Added = token },
            Credential.OAuth { Access: { } access } => new PinnedCall(address, profile, CredentialHeader.Bearer(access), permit) { Added = token },
            _ => throw new ArgumentException("There is nothing to show in this profile.", nameof(profile)),
        };
    }
}
