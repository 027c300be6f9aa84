using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>What helps against what a notice tells.</summary>
/// <param name="Command">A command for the host that can be pasted.</param>
/// <param name="Program">Another program, as people call it, whose mere use helps too; null for none.</param>
public sealed record Remedy(string Command, string? Program = null)
{
    /// <summary>What an owner can type in the chat instead; null for nothing.</summary>
    public string? InChat { get; init; }

    /// <summary>Puts a credential that serves in the place of one that has ended, or that its vendor refuses.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="sources">The programs that logins are borrowed from.</param>
    public static Remedy ToRenew(AgentId agent, AuthProfile profile, IEnumerable<ICredentialSource> sources)
    {
        if (sources.FirstOrDefault(source => source.Name == profile.Source) is { } source) return new Remedy(source.SignInCommand, source.Program);
        if (profile.Source != "store") return new Remedy("chatauth models status");
        var (form, same) = profile.Credential switch
        {
            Credential.OAuth => ("login", ""),
            Credential.ApiKey => ("paste-api-key", " --same-account"),
            _ => ("paste-token", " --same-account"),
        };
        return new Remedy($"chatauth models auth {form} --provider {profile.Provider} --profile-id {profile.Id.Name}{Of(agent)}{same}");
    }

    /// <summary>Has the endpoint that is configured now get a profile that belongs to another one; a key of the environment stays its vendor's own, and is stored for it instead.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="profile">The profile.</param>
    public static Remedy ToRebind(AgentId agent, AuthProfile profile)
    {
        // Only a key of the environment has two words for a source: the place, and the variable.
        if (!profile.Source.Contains(' ', StringComparison.Ordinal)) return new Remedy($"chatauth models auth accept {profile.Id}{Of(agent)}");
        var form = profile.Credential is Credential.Token ? "paste-token" : "paste-api-key";
        return new Remedy($"chatauth models auth {form} --provider {profile.Provider}{Of(agent)}");
    }

    /// <summary>Has an account serve again that could not pay, once it can.</summary>
    /// <param name="agent">Whose it is.</param>
    /// <param name="profile">The profile.</param>
    public static Remedy ToClear(AgentId agent, ProfileId profile) => new($"chatauth models auth cooldown clear {profile}{Of(agent)}")
    {
        InChat = agent.IsMain ? $"/model clear @{profile}" : null,
    };

    /// <summary>In words, without a full stop.</summary>
    public override string ToString() => Program is null ? Command : $"use {Program} once, or run {Command}";

    private static string Of(AgentId agent) => agent.IsMain ? "" : $" --agent {agent}";
}
