using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels.Tests.Text;

/// <summary>Values of replies as a handler would make them.</summary>
internal static class Shown
{
    public static readonly DateTimeOffset Now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    public static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");
    public static readonly ProviderId OpenAI = ProviderId.Parse("openai");

    public static readonly ShownModel Opus = new(ModelRef.Parse("anthropic/claude-opus-4-5"), "opus", "Claude Opus 4.5");
    public static readonly ShownModel Sonnet = new(ModelRef.Parse("anthropic/claude-sonnet-4-5"), "sonnet", "Claude Sonnet 4.5");
    public static readonly ShownModel Local =
        new(ModelRef.Parse("ollama/qwen3:8b"), "ollama/qwen3:8b", "ollama/qwen3:8b");

    public static readonly ShownProfile Work = new("anthropic:work", BillingClass.Subscription);
    public static readonly ShownProfile Personal = new("anthropic:personal", BillingClass.Subscription);
    public static readonly ShownProfile Old = new("anthropic:old", BillingClass.Metered);
    public static readonly ShownProfile Team = new("openai:team", BillingClass.Metered);

    public static readonly IReadOnlyList<ShownCandidate> Candidates =
    [
        Candidate(Work, CandidateState.Ready, CandidateReason.Chosen),
        Candidate(Personal, CandidateState.Expiring, CandidateReason.AnotherIsPinned, Now.AddHours(5), "oauth"),
        Candidate(Old, CandidateState.Expired, CandidateReason.Expired, Now.AddDays(-3), "api_key"),
    ];

    public static readonly ShownPin WorkPin = new(Anthropic, PinStateName.UserPinned, Work, null);
    public static readonly ShownPin TeamPin = new(OpenAI, PinStateName.UserPinned, Team, null);

    public static readonly ShownSession Selected = new(Opus, IsDefault: false, null, [WorkPin, TeamPin], Inherited: false, Version: 7);

    public static readonly ShownReceipt Receipt = new(Opus, Work, Now.AddMinutes(-5));

    public static readonly ShownResolution Pinned =
        new(Opus, Candidates, Work, Precedence.UserPin, null, null, null, PayerChange.None);

    public static readonly ShownResolution Nobody = new(
        Opus,
        [
            Candidate(Work, CandidateState.Cooling, CandidateReason.Cooling, Now.AddMinutes(12)),
            Candidate(Personal, CandidateState.Ready, CandidateReason.ForbiddenByRule, rule: "night shift"),
            Candidate(Old, CandidateState.Missing, CandidateReason.Missing, kind: null),
        ],
        null, Precedence.ForbiddingRule, "night shift", ErrorCode.NobodyEligible, Now.AddMinutes(12), null);

    public static ShownCandidate Candidate(
        ShownProfile profile, CandidateState state, CandidateReason reason, DateTimeOffset? until = null, string? kind = "token",
        string? rule = null) => new(profile, kind, state, reason, until, rule);
}
