namespace ChatAuth.Core.Profiles;

/// <summary>A profile with its health.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Health">Its health.</param>
public sealed record RosterEntry(AuthProfile Profile, ProfileHealth Health);
