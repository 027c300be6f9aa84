using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>
/// Whose list of models it is. Another payer, which is another account or endpoint, has another list, and so has another key; the tokens of a login change
/// every few hours and stay the same account's. Agents that read the same credential share the list.
/// </summary>
/// <param name="Profile">The profile.</param>
/// <param name="Payer">Who is charged for what it sends, and where.</param>
/// <param name="Revision">Which key or static token; empty for a login.</param>
public sealed record ListingKey(ProfileId Profile, Payer Payer, string Revision)
{
    /// <summary>The key of a profile as it is now.</summary>
    public static ListingKey Of(AuthProfile profile) => new(profile.Id, profile.Payer, RevisionOf(profile));

    /// <summary>Whether it is a profile's as it is now.</summary>
    public bool IsOf(AuthProfile profile) => Profile == profile.Id && Payer == profile.Payer && Revision == RevisionOf(profile);

    private static string RevisionOf(AuthProfile profile) => profile.Credential is Credential.OAuth ? "" : profile.Revision;
}
