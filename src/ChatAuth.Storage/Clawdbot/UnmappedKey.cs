namespace ChatAuth.Storage.Clawdbot;

/// <summary>A setting of another program that is not taken over. It has no value: that could be a secret.</summary>
/// <param name="Path">Its keys joined by dots; one that could itself be a secret is <c>?</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record UnmappedKey(string Path, UnmappedReason Reason);
