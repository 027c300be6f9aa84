using ChatAuth.Core.Access;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>What a rule does with its profiles.</summary>
public enum RuleEffect
{
    /// <summary>They are never used where the rule matches, not even by a pin.</summary>
    Forbid,

    /// <summary>Only they are chosen automatically where the rule matches.</summary>
    Require,

    /// <summary>They are chosen first where the rule matches.</summary>
    Prefer,
}

/// <summary>One row of the operator's table <c>Auth:Rules</c>.</summary>
/// <param name="Id">Its name; <c>/model why</c> shows it.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Profiles">The profiles that it speaks of.</param>
/// <param name="Models">Only for these models, <c>provider/model</c> or <c>provider/*</c>; empty is all.</param>
/// <param name="Conversations">Only in these conversations; empty is all.</param>
/// <param name="Kinds">Only in these kinds of session; empty is all.</param>
/// <param name="People">Only for these people; empty is all.</param>
public sealed record ProfileRule(
    string Id,
    RuleEffect Effect,
    IReadOnlyList<ProfileId> Profiles,
    IReadOnlyList<string> Models,
    IReadOnlyList<ConversationPattern> Conversations,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<Person> People)
{
    /// <summary>Whether the rule speaks of this model, asked by this person, here.</summary>
    public bool Matches(ModelRef model, Asker asker) =>
        (Models.Count == 0 || Models.Any(pattern => MatchesModel(pattern, model)))
        && (Conversations.Count == 0 || Conversations.Any(pattern => pattern.Matches(asker)))
        && (Kinds.Count == 0 || Kinds.Contains(asker.SessionKind))
        && (People.Count == 0 || (asker.Person is { } person && People.Contains(person)));

    private static bool MatchesModel(string pattern, ModelRef model) => pattern.EndsWith("/*", StringComparison.Ordinal)
        ? pattern.AsSpan(0, pattern.Length - 2).Equals(model.Provider.Name, StringComparison.OrdinalIgnoreCase)
        : pattern.Equals(model.ToString(), StringComparison.Ordinal);
}
