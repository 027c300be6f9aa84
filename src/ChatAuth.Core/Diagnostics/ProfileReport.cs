using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>One stored profile as the operator sees it.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Status">How long its credential lasts by itself.</param>
/// <param name="Health">What its last uses tell.</param>
public sealed record ProfileReport(AuthProfile Profile, CredentialStatus Status, ProfileHealth Health);
