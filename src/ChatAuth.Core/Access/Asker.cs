using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Access;

/// <summary>Who asks, and where: all that rights are decided on.</summary>
/// <param name="Person">The person; null when the platform attributes the message to nobody.</param>
/// <param name="Conversation">The conversation, with its thread.</param>
/// <param name="IsPrivate">Only this person and the bot are in it.</param>
/// <param name="Space">The guild or server around the conversation, as the platform signed it; null where there is none.</param>
/// <param name="Roles">The person's roles in that space.</param>
/// <param name="IsOperator">It is the state directory's owner at a terminal of this machine.</param>
/// <param name="HostKind">The kind of session that the host states, such as <c>cron</c> or <c>subagent</c>; null is a person's conversation.</param>
public sealed record Asker(
    Person? Person,
    SessionKey Conversation,
    bool IsPrivate,
    string? Space = null,
    IReadOnlyList<long>? Roles = null,
    bool IsOperator = false,
    string? HostKind = null)
{
    /// <summary>
    /// The other ids of the same conversation, where it got a new one: rules that name any of them speak of it. ChatAuth fills it in for each message.
    /// </summary>
    public IReadOnlyList<SessionKey> AlsoKnownAs { get; init; } = [];

    /// <summary>The kind of session that rules speak of: what the host states, else <c>thread</c>, <c>private</c> or <c>shared</c>.</summary>
    public string SessionKind => HostKind ?? (Conversation.Thread is not null ? "thread" : IsPrivate ? "private" : "shared");
}
