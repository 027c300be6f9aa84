using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>The resolver's whole decision: the choice, and every candidate with its reason. Status, why, CLI, log and metrics print this one object.</summary>
/// <param name="Model">The model that is asked for.</param>
/// <param name="Candidates">Every profile that the asker may see, in the order in which they would serve.</param>
/// <param name="Chosen">The one that serves next; null when none does.</param>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Rule">The rule that decided; null when none did.</param>
/// <param name="Refusal">Why nobody serves; null when somebody does.</param>
/// <param name="RefusedUntil">When the refusal ends by itself; null when it does not, or nobody knows.</param>
/// <param name="Verdict">How the payer compares with the last; null when nobody serves.</param>
/// <param name="Expected">Who would serve if every profile were usable; null when nobody would.</param>
public sealed record ProfileResolution(
    ModelRef Model,
    IReadOnlyList<Candidate> Candidates,
    Candidate? Chosen,
    Precedence DecidedBy,
    string? Rule,
    ErrorCode? Refusal,
    DateTimeOffset? RefusedUntil,
    PayerVerdict? Verdict,
    AuthProfile? Expected)
{
    /// <summary>A person decided, or a rule against a person: nobody else serves, and a rest is no reason to wait.</summary>
    internal bool IsUnderPin => DecidedBy is Precedence.UserPin or Precedence.InheritedUserPin or Precedence.ForbiddingRule;

    /// <summary>The candidate of that id, or null.</summary>
    public Candidate? Find(ProfileId id) => Candidates.FirstOrDefault(candidate => candidate.Id == id);
}
