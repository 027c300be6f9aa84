using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Access;

/// <summary>Who asks, and where: all that rights are decided on.</summary>
/// <param name="Person">The person; null when the platform attributes the message to nobody.</param>
/// <param name="Conversation">The conversation, with its thread.</param>
/// <param name="IsPrivate">Only this person and the bot are in it.</param>
/// <param name="Space">The guild or server around the conversation, as the platform signed it; null where there is none.</param>
/// <param name="Roles">The person's roles in that space.</param>
/// <param name="IsOperator">It is the state directory's owner at a terminal of this machine.</param>
public sealed record Asker(
    Person? Person,
    SessionKey Conversation,
    bool IsPrivate,
    string? Space = null,
    IReadOnlyList<long>? Roles = null,
    bool IsOperator = false);
