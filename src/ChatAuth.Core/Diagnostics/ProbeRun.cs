using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Diagnostics;

/// <summary>How a run of probes goes about it.</summary>
/// <param name="Agent">Whose credentials are probed.</param>
public sealed record ProbeRun(AgentId Agent)
{
    /// <summary>The most tokens that a model may answer. Default 8.</summary>
    public int Tokens { get; init; } = 8;

    /// <summary>For how long each answer is waited for. Default 8 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many requests may be under way together. Default 2.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Each outcome is written to the credential's health, as that of an ordinary message. Default false.</summary>
    public bool Records { get; init; }
}
