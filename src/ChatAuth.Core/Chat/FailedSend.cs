using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>An attempt of the same call that the vendor refused, or that was not begun because its login could not be refreshed.</summary>
/// <param name="Number">The attempt's number; 0 where nothing was sent.</param>
/// <param name="Profile">Whose it was.</param>
/// <param name="Code">Why.</param>
/// <param name="Reference">Under which the log tells of it; null where nothing was sent.</param>
internal sealed record FailedSend(int Number, ProfileId Profile, ErrorCode Code, string? Reference = null)
{
    public bool IsUnsent => Number == 0;
}
