namespace ChatAuth.Cli.Doctor;

/// <summary>Something that was mended.</summary>
/// <param name="Check">The check that did it.</param>
/// <param name="What">What it did, as a sentence.</param>
internal sealed record MendedPlace(string Check, string What);
