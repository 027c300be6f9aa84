using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Tests;

/// <summary>Profiles as the resolver hands them over.</summary>
internal static class Profiles
{
    public static AuthProfile With(string id, Credential credential)
    {
        var profile = ProfileId.Parse(id);
        return new AuthProfile
        {
            Id = profile, Provider = profile.Provider, Credential = credential, Payer = new Payer($"{profile.Provider}|-|{profile.Name}"), Revision = "r",
            Billing = BillingClass.Metered, Label = profile.Name,
        };
    }
}
