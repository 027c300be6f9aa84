using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>What one agent of an installation of Clawdbot keeps.</summary>
/// <param name="Agent">The agent; it is called the same here.</param>
/// <param name="Accounts">Its credentials, without those that are only copies of the main agent's.</param>
/// <param name="Orders">The explicit orders of its store, by provider; never empty lists.</param>
public sealed record ClawdbotAgent(
    AgentId Agent, IReadOnlyList<ClawdbotAccount> Accounts, IReadOnlyDictionary<ProviderId, IReadOnlyList<ProfileId>> Orders);
