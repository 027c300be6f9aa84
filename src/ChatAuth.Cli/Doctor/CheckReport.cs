using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Cli.Doctor;

/// <summary>What one check came to.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Result">What it came to.</param>
internal sealed record CheckReport(string Check, CheckResult Result);
