using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What makes a credential serve again that has ended, or that its vendor refuses.</summary>
internal static class Renewal
{
    public static string Of(AuthProfile profile, IEnumerable<ICredentialSource> sources)
    {
        var remedy = Remedy.ToRenew(AgentId.Main, profile, sources);
        return profile.Source != "store" && remedy.Program is null ? $"change it where it is set: {profile.Source}" : remedy.ToString();
    }
}
