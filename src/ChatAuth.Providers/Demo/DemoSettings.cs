using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Demo;

/// <summary>What is said about the built-in profiles of <c>--demo</c>, where the configuration says nothing: one of each vendor pays where several people are.</summary>
public static class DemoSettings
{
    private static readonly ProfileId[] s_shared = [ProfileId.Parse("anthropic:work"), ProfileId.Parse("openai:work"), ProfileId.Parse("google:unpaid")];

    /// <summary>
    /// The settings with the demonstration's profiles, and without any issuer: what they hold is never sent to one. Some of them have ended for ever, which is
    /// no news to an owner.
    /// </summary>
    /// <param name="settings">The settings.</param>
    public static ChatAuthSettings Of(ChatAuthSettings settings) => settings with
    {
        Profiles = s_shared.Where(id => !settings.Profiles.ContainsKey(id))
            .Select(id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, Shared: true)))
            .Concat(settings.Profiles.Values)
            .ToDictionary(said => said.Id),
        OAuth = new Dictionary<ProviderId, OAuthSettings>(),
        TellOwners = false,
    };
}
