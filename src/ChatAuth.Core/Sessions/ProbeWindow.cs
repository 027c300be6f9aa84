using ChatAuth.Core.Access;

namespace ChatAuth.Core.Sessions;

/// <summary>Whose probes a change is decided on: those that this person began between two moments, in whichever conversation.</summary>
/// <param name="By">The person.</param>
/// <param name="After">Only probes begun after it.</param>
/// <param name="Before">Only probes begun before it.</param>
/// <param name="Most">Only so many, the newest.</param>
public sealed record ProbeWindow(Person By, DateTimeOffset After, DateTimeOffset Before, int Most);
