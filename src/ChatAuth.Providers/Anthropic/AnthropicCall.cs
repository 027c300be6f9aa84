using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
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

    private static readonly (string, string)[] s_key = [("anthropic-version", Version)];
    private static readonly (string, string)[] s_token = [.. s_key, ("anthropic-beta", TokensBeta)];

    public static PinnedCall Of(Uri address, AuthProfile profile, SendPermit permit)
    {
        var isAnthropic = profile.Provider == AnthropicProvider.Anthropic;
        var token = isAnthropic ? s_token : s_key;
        var (header, added) = profile.Credential switch
        {
            Credential.ApiKey { Key: { } secret } => (CredentialHeader.Named("x-api-key", secret), s_key),
            Credential.Token { Value: { } secret } => (CredentialHeader.Bearer(secret), token),
            Credential.OAuth { Access: { } access } => (CredentialHeader.Bearer(access), token),
            _ => throw new ArgumentException("There is nothing to show in this profile.", nameof(profile)),
        };
        return new PinnedCall(address, profile, header, permit)
        {
            Added = added,
            IsAnthropics = isAnthropic && EndpointOrigin.Of(profile.Provider, address) is null,
        };
    }
}
