using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Sessions;

/// <summary>What a decision on a conversation changes, and what it answers.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Result">The answer.</param>
/// <param name="Next">The state to save; null saves nothing and keeps the version.</param>
/// <param name="History">The entry to record with it; null records none.</param>
/// <param name="Attempt">The attempt to open with it; null opens none.</param>
public sealed record SessionUpdate<T>(T Result, SessionState? Next = null, HistoryEntry? History = null, Attempt? Attempt = null);
