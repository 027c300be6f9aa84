using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Diagnostics;

/// <summary>A person's pin that broke.</summary>
/// <param name="Change">The number of the change in the history: another break is another number.</param>
/// <param name="Conversation">Where it was pinned: ids, and no name of anybody.</param>
/// <param name="Since">When that was noticed.</param>
public sealed record BrokenPin(long Change, SessionKey Conversation, DateTimeOffset Since);
