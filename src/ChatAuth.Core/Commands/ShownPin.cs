using ChatAuth.Core.Models;

namespace ChatAuth.Core.Commands;

/// <summary>The state of a provider's pin, by the name that scripts read.</summary>
public enum PinStateName
{
    /// <summary>The resolver chooses.</summary>
    Unpinned,

    /// <summary>The resolver's choice is kept.</summary>
    AutoPinned,

    /// <summary>A person pinned it.</summary>
    UserPinned,

    /// <summary>A person pinned it, and it cannot be used.</summary>
    PinBroken,
}

/// <summary>A provider's pin as shown.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="State">Its state.</param>
/// <param name="Profile">The profile; null when unpinned.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record ShownPin(ProviderId Provider, PinStateName State, ShownProfile? Profile, DateTimeOffset? Until);
