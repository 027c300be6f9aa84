using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Remedies whose commands reach this installation.</summary>
internal sealed class Remedies(ChatAuthSettings settings, IEnumerable<ICredentialSource> sources)
{
    /// <inheritdoc cref="Remedy.ToRenew"/>
    public Remedy ToRenew(AgentId agent, AuthProfile profile) => OnHost(Remedy.ToRenew(agent, profile, sources));

    /// <inheritdoc cref="Remedy.ToClear"/>
    public Remedy ToClear(AgentId agent, ProfileId profile) => OnHost(Remedy.ToClear(agent, profile));

    /// <summary>Mends pins, or says what keeps them broken.</summary>
    /// <param name="id">The pinned profile.</param>
    /// <param name="stored">What is stored under its id; null for nothing.</param>
    /// <param name="why">Why they broke.</param>
    /// <param name="conversation">One of their conversations.</param>
    public Remedy ToMend(ProfileId id, AuthProfile? stored, PinBreak why, SessionKey conversation) => why switch
    {
        PinBreak.Expired or PinBreak.Refused when stored is not null => ToRenew(AgentId.Main, stored),
        PinBreak.Disabled => ToClear(AgentId.Main, id),
        _ => OnHost(new Remedy($"chatauth why {conversation}")),
    };

    private Remedy OnHost(Remedy remedy) =>
        remedy.Command.StartsWith("chatauth ", StringComparison.Ordinal) ? remedy with { Command = settings.HostCommandPrefix + remedy.Command } : remedy;
}
