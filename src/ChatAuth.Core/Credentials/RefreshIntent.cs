using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>An exchange that is about to be sent.</summary>
/// <param name="Attempt">A random id, to tell one attempt from another.</param>
/// <param name="At">When; the life of what is granted is counted from here.</param>
/// <param name="Agent">The agent in whose store the login is.</param>
/// <param name="Profile">Its profile there.</param>
/// <param name="Place">A hash of where that store is.</param>
public sealed record RefreshIntent(ulong Attempt, DateTimeOffset At, AgentId Agent, ProfileId Profile, string Place);
