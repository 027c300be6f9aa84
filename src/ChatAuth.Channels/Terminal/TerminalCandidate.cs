namespace ChatAuth.Channels.Terminal;

/// <summary>One way to go on with a line.</summary>
/// <param name="Start">From here to the cursor, <paramref name="Text"/> takes the place of what stands there.</param>
/// <param name="Text">What is put there.</param>
/// <param name="Note">Shown beside it, never put into the line.</param>
internal sealed record TerminalCandidate(int Start, string Text, string? Note = null);
