using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>A profile that a person may see, as far as naming it goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Provider">The provider that it serves; not always the one in its id.</param>
internal readonly record struct KnownProfile(ProfileId Id, ProviderId Provider);
