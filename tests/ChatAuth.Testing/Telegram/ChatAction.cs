namespace ChatAuth.Testing.Telegram;

/// <summary>What the bot showed that it is doing.</summary>
/// <param name="Action">Such as <c>typing</c>.</param>
/// <param name="ThreadId">The topic; null for none.</param>
/// <param name="Time">When.</param>
public sealed record ChatAction(string Action, long? ThreadId, DateTimeOffset Time);
