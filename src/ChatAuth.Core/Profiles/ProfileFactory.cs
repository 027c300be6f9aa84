using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>Makes profiles of stored credentials and what the configuration says about them.</summary>
internal sealed class ProfileFactory(ChatAuthSettings settings, Fingerprints fingerprints)
{
    public AuthProfile Make(StoredCredential stored)
    {
        var said = settings.Profiles.GetValueOrDefault(stored.Id);
        var endpoint = settings.Catalog.FindEndpoint(stored.Provider)?.BaseUrl;
        return new AuthProfile
        {
            Id = stored.Id,
            Provider = stored.Provider,
            Credential = stored.Credential,
            Payer = fingerprints.PayerOf(stored, endpoint),
            Revision = fingerprints.RevisionOf(stored.Credential),
            Billing = said?.Billing ?? BillingOf(stored.Credential, endpoint),
            Label = said?.Label ?? LabelOf(stored.Id),
            Email = stored.Email,
            Source = stored.Source,
            Audience = said?.Audience ?? ProfileAudience.EveryonePrivately,
            IsAccepted = settings.Imports.GetValueOrDefault(stored.Source)?.Accepted ?? !stored.IsImport,
            CanRefresh = CanRefresh(stored),
            Refresh = stored.Refresh,
            Defect = !Accepts(said?.Kind, stored.Credential.Kind) ? CandidateReason.ModeMismatch
                : stored.Origin != EndpointOrigin.Of(stored.Provider, endpoint) ? CandidateReason.OriginChanged
                : null,
        };
    }

    /// <summary>A profile that needs nothing of the operator: free, and usable wherever somebody may ask.</summary>
    public AuthProfile MakeBuiltIn(StoredCredential stored) => Make(stored) with
    {
        Defect = null,
        Billing = BillingClass.Free,
        Audience = settings.Profiles.GetValueOrDefault(stored.Id)?.Audience ?? new ProfileAudience(null, null, true),
    };

    private bool CanRefresh(StoredCredential stored) =>
        stored is { Credential: Credential.OAuth { Refresh: not null }, Refresh: RefreshState.Untroubled }
        && settings.OAuth.GetValueOrDefault(stored.Provider) is { CanRefresh: true }
        && (!stored.IsImport || settings.Imports.GetValueOrDefault(stored.Source) is { Refresh: true });

    private static BillingClass BillingOf(Credential credential, Uri? endpoint) =>
        endpoint?.IsLoopback == true ? BillingClass.Free
        : credential is Credential.ApiKey ? BillingClass.Metered
        : BillingClass.Subscription;

    /// <summary>A login is also satisfied by a token, not the reverse.</summary>
    private static bool Accepts(string? required, string stored) =>
        required is null || required == stored || (required == "oauth" && stored == "token");

    /// <summary>The name of the id when it gives nothing away; an e-mail address becomes a number that stays the same.</summary>
    private static string LabelOf(ProfileId id) =>
        id.Name.Length <= 32 && id.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id.Name
            : $"account-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())).AsSpan(0, 2))}";
}
