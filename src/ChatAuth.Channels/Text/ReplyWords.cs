using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels;

/// <summary>The words for Core's enumerations where their names alone do not make a sentence.</summary>
internal static class ReplyWords
{
    public static string Of(BillingClass billing) => Kebab.Of(billing);

    /// <summary>Ends the line "Decided by: …", also where nobody serves.</summary>
    public static string Of(Precedence decidedBy) => decidedBy switch
    {
        Precedence.ForbiddingRule => "a rule that forbids the pinned account",
        Precedence.UserPin => "a pin that a person set here",
        Precedence.InheritedUserPin => "a pin that a person set in the parent conversation",
        Precedence.RequiringRule => "a rule that requires accounts",
        Precedence.AutoPin => "the account that served here before",
        Precedence.PreferringRule => "a rule that prefers accounts",
        Precedence.Order => "the configured order",
        _ => "last payer, then kind of credential, then least recent use",
    };

    /// <summary>Why an account serves or does not, after its state; the code is for programs.</summary>
    public static string Of(CandidateReason reason) => reason switch
    {
        CandidateReason.Outranked => "another comes first",
        CandidateReason.AnotherIsPinned => "another is pinned",
        CandidateReason.ModelNotOffered => "its vendor does not offer it that model",
        CandidateReason.NotInOrder => "not in the order",
        CandidateReason.NotRequired => "a rule requires others",
        CandidateReason.ForbiddenByRule => "forbidden by a rule",
        CandidateReason.OnTrial => "another message tries it now",
        CandidateReason.RefreshOutcomeUnknown => "its last refresh is of unknown outcome",
        CandidateReason.SignInNeeded => "needs a new sign-in",
        CandidateReason.StoreRestored => "comes from an older copy of the store",
        CandidateReason.IssuerRefusesClient => "its issuer refuses the configured client",
        CandidateReason.KindUnknown => "of a kind that this version does not know",
        CandidateReason.ModeMismatch => "not what the configuration says it is",
        CandidateReason.AccountChanged => "another account now",
        CandidateReason.NotAccepted => "its source is not accepted",
        CandidateReason.OriginChanged => "for another endpoint",
        CandidateReason.ProviderNotAvailable => "its provider cannot be called here",
        _ => Kebab.Of(reason),
    };

    /// <summary>Why an account rests.</summary>
    public static string Of(FailureReason reason) => reason switch
    {
        FailureReason.RateLimit => "rate limit",
        FailureReason.Overloaded => "its vendor is overloaded",
        FailureReason.Auth => "refused by its vendor",
        FailureReason.Billing => "cannot pay",
        FailureReason.Timeout => "no answer in time",
        _ => "unknown reason",
    };

    /// <summary>A remark on a change of who pays; null where nothing needs to be said.</summary>
    public static string? Of(PayerChange? change) => change switch
    {
        PayerChange.Consented => "That is another account than last time; it was allowed here.",
        PayerChange.Announced => "That is another account than last time; the answer will say so.",
        PayerChange.Asked => "That is another account than last time; it is asked about first.",
        PayerChange.Denied => "That is another account than last time, and that was declined here.",
        _ => null,
    };
}
