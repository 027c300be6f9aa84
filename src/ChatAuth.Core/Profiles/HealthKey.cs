using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Whose health it is. A new credential under an old id starts afresh, and late news of the old one cannot touch it.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Payer">Who is charged.</param>
/// <param name="Revision">Which credential.</param>
public readonly record struct HealthKey(AgentId Agent, ProfileId Profile, Payer Payer, string Revision)
{
    /// <summary>The key of a profile as it is now.</summary>
    public static HealthKey Of(AgentId agent, AuthProfile profile) => new(agent, profile.Id, profile.Payer, profile.Revision);
}
