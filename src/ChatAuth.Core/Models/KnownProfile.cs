using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>A profile that a person may see, by what a selector can name of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Provider">The provider that it serves.</param>
public readonly record struct KnownProfile(ProfileId Id, ProviderId Provider);
