namespace ChatAuth.Channels.Sending;

/// <summary>A number in any period of a length.</summary>
internal readonly record struct Rate(int Count, TimeSpan Period);
