namespace ChatAuth.Core.Access;

/// <summary>One rule or grant: these people, in these conversations, may or may not do this.</summary>
/// <param name="Id">The name that refusals and lists show.</param>
/// <param name="Denies">It takes the rights away; a deny wins over every allow.</param>
/// <param name="Rights">The rights that it gives or takes.</param>
/// <param name="Person">The person; null for everyone that <paramref name="Role"/> admits, or everyone.</param>
/// <param name="Role">A role, which counts only with a conversation or space; null for none.</param>
/// <param name="Conversation">Where it holds.</param>
public sealed record AccessRule(
    string Id, bool Denies, Rights Rights, Person? Person, long? Role, ConversationPattern Conversation)
{
    /// <summary>Whether the rule speaks of this asker.</summary>
    public bool Matches(Asker asker) =>
        Conversation.Matches(asker)
        && (Person is null || Person == asker.Person)
        && (Role is null || asker.Roles?.Contains(Role.Value) == true);
}
