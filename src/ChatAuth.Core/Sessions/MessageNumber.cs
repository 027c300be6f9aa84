namespace ChatAuth.Core.Sessions;

/// <summary>The platform's number of a message, which grows within a chat.</summary>
/// <param name="Chat">The chat by the platform's id: numbers begin anew when it gets another one.</param>
/// <param name="Number">The number.</param>
public readonly record struct MessageNumber(string Chat, long Number);
