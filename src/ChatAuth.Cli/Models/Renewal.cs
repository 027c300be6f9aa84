using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What makes a credential serve again that has ended, or that its vendor refuses.</summary>
internal static class Renewal
{
    public static string Of(AuthProfile profile, IEnumerable<ICredentialSource> sources) => sources.FirstOrDefault(source => source.Name == profile.Source) is { } borrowed
        ? $"use {borrowed.Program} once, or run {borrowed.SignInCommand}"
        : profile switch
        {
            { Source: not "store" } => $"change it where it is set: {profile.Source}",
            { Credential: Credential.OAuth } => $"chatauth models auth login --provider {profile.Provider} --profile-id {profile.Id.Name}",
            { Credential: Credential.ApiKey } => $"chatauth models auth paste-api-key --provider {profile.Provider} --profile-id {profile.Id.Name} --same-account",
            _ => $"chatauth models auth paste-token --provider {profile.Provider} --profile-id {profile.Id.Name} --same-account",
        };
}
