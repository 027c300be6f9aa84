namespace ChatAuth.Core.Chat;

/// <summary>What the vendor did with a probe.</summary>
/// <param name="Failure">How it failed; null when it was answered.</param>
/// <param name="Outcome">What became of it as an attempt.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="Took">How long it took.</param>
internal sealed record ProbeAnswer(VendorException? Failure, AttemptOutcome Outcome, DateTimeOffset BegunAt, TimeSpan Took);
