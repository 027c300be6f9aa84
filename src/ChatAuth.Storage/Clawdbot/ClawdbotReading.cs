namespace ChatAuth.Storage.Clawdbot;

/// <summary>What an installation of Clawdbot holds.</summary>
/// <param name="Directory">Where it is.</param>
/// <param name="Settings">What its configuration says.</param>
/// <param name="Agents">Its agents that keep anything, the main one first.</param>
/// <param name="Unmapped">What is not taken over, by path.</param>
/// <param name="Faults">Files that could not be read, each as a sentence without any content.</param>
public sealed record ClawdbotReading(
    string Directory, ClawdbotSettings Settings, IReadOnlyList<ClawdbotAgent> Agents, IReadOnlyList<UnmappedKey> Unmapped, IReadOnlyList<string> Faults);
