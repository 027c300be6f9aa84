using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary>What was done.</summary>
/// <param name="Stored">The credentials that are new in a store, by agent.</param>
/// <param name="Edit">What became of the configuration; null where nothing was to be written.</param>
/// <param name="Shortened">Logins that came without their refresh tokens.</param>
/// <param name="Unmapped">What was not taken over.</param>
/// <param name="Imports">What the look at other programs came to.</param>
internal sealed record OnboardResult(
    IReadOnlyList<(AgentId Agent, StoredCredential Entry)> Stored,
    StateFileEdit? Edit,
    IReadOnlyList<StoredCredential> Shortened,
    IReadOnlyList<UnmappedKey> Unmapped,
    IReadOnlyList<ImportOutcome> Imports);
