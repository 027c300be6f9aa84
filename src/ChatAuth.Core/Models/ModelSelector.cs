namespace ChatAuth.Core.Models;

/// <summary>What a person typed to name a model, a profile or both, before it is held against what is known.</summary>
/// <param name="Text">The text as typed; for the quoted form the model part alone, without quotes; empty when only a profile was named.</param>
/// <param name="Profile">The profile part where its place or quoting separated it for certain; null while an <c>@</c> in <paramref name="Text"/> is undecided.</param>
/// <param name="Column">Where it stands in the message, counted from 1.</param>
/// <param name="Quoted">The model part is certain, because it was quoted or stands as <c>/alias</c>: it is never split.</param>
/// <param name="ProfileColumn">Where <paramref name="Profile"/> stands in the message, counted from 1; 0 without one.</param>
internal sealed record ModelSelector(string Text, string? Profile, int Column, bool Quoted = false, int ProfileColumn = 0);
