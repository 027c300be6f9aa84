namespace ChatAuth.Testing.Telegram;

/// <summary>A topic of a forum. The General topic has none: it is null everywhere.</summary>
/// <param name="ThreadId">Its <c>message_thread_id</c>: the id of the service message that made it.</param>
/// <param name="Name">Its name.</param>
public sealed record FakeTopic(long ThreadId, string Name);
