using ChatAuth.Core.Access;

namespace ChatAuth.Core.Profiles;

/// <summary>Who may use a profile, and where it may be spent. Who may not use it does not see it either.</summary>
/// <param name="People">The only people who may use it; null is everyone with the right.</param>
/// <param name="Conversations">The only conversations where it is spent; null is every one that <paramref name="Shared"/> admits.</param>
/// <param name="Shared">It may be pinned and spent in conversations of several people.</param>
public sealed record ProfileAudience(
    IReadOnlyList<Person>? People,
    IReadOnlyList<ConversationPattern>? Conversations,
    bool Shared)
{
    /// <summary>The default: whoever has the right, in private conversations only.</summary>
    public static ProfileAudience EveryonePrivately { get; } = new(null, null, false);

    /// <summary>Whether this person may use the profile in this conversation; the operator at the terminal is kept out of nothing but places.</summary>
    public bool Admits(Asker asker) =>
        (Shared || asker.IsPrivate)
        && Knows(asker)
        && (Conversations is null || Conversations.Any(pattern => pattern.Matches(asker)));

    /// <summary>Whether this person may know of the profile, and use it somewhere if not here.</summary>
    internal bool Knows(Asker asker) => People is null || asker.IsOperator || (asker.Person is { } person && People.Contains(person));
}
