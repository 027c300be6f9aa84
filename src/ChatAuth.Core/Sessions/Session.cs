namespace ChatAuth.Core.Sessions;

/// <summary>The record kept per conversation.</summary>
/// <param name="Key">Which conversation.</param>
/// <param name="Version">How many times it was saved; 0 is never.</param>
/// <param name="State">Its own state; what is effective also depends on the parent.</param>
/// <param name="UpdatedAt">When it was saved last.</param>
public sealed record Session(SessionKey Key, long Version, SessionState State, DateTimeOffset UpdatedAt)
{
    /// <summary>A conversation that was never saved.</summary>
    public static Session New(SessionKey key) => new(key, 0, SessionState.Initial, DateTimeOffset.UnixEpoch);
}
