using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>A resolution as shown: what status, why and the command line print.</summary>
/// <param name="Model">The model.</param>
/// <param name="Candidates">Every candidate in order.</param>
/// <param name="Next">Who serves next; null when nobody does.</param>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Refusal">Why nobody serves.</param>
/// <param name="RefusedUntil">When that ends by itself.</param>
/// <param name="PayerChange">How the payer compares with the last; null when nobody serves.</param>
public sealed record ShownResolution(
    ShownModel Model, IReadOnlyList<ShownCandidate> Candidates, ShownProfile? Next, Precedence DecidedBy, string? Rule,
    ErrorCode? Refusal, DateTimeOffset? RefusedUntil, PayerChange? PayerChange);
