using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>One agent as the checks see it.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Stored">What its store holds, with what it inherits.</param>
/// <param name="Others">What it can use besides: keys of the environment, and what is built in.</param>
internal sealed record StoredAgent(AgentId Agent, CredentialSet Stored, IReadOnlyList<StoredCredential> Others)
{
    /// <summary>The entries of its own store.</summary>
    public IEnumerable<StoredCredential> Own => Stored.Credentials.Where(entry => !entry.Inherited);

    /// <summary>The ids that mean something to it.</summary>
    public IReadOnlySet<ProfileId> Known { get; } = Stored.Credentials.Concat(Others).Select(entry => entry.Id).ToHashSet();

    /// <summary>What a command needs to be about this agent: nothing for the main one.</summary>
    public string Option => Agent.IsMain ? "" : $" --agent {Agent}";
}
