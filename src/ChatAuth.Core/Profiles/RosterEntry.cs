namespace ChatAuth.Core.Profiles;

/// <summary>A profile with its health.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Health">Its health.</param>
public sealed record RosterEntry(AuthProfile Profile, ProfileHealth Health)
{
    /// <summary>Another message tries it now, and until then at most; null for all but a credential that has just rested.</summary>
    public DateTimeOffset? TriedUntil { get; init; }

    /// <summary>The message that is decided about has tried it in vain: whatever its health says by now, it is not tried again for this one.</summary>
    internal bool HasFailed { get; init; }
}
