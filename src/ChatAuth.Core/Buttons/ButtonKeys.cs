namespace ChatAuth.Core.Buttons;

/// <summary>The keys of an installation that count now: one signs, and the one before it is still believed.</summary>
/// <param name="Current">The key that signs.</param>
/// <param name="Previous">The key before it; null when there was none.</param>
public sealed record ButtonKeys(ButtonKey Current, ButtonKey? Previous);
