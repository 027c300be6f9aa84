namespace ChatAuth.Core.Profiles;

/// <summary>Why a candidate serves or does not. In kebab case for programs; people read words.</summary>
public enum CandidateReason
{
    /// <summary>It is the one that serves next.</summary>
    Chosen,

    /// <summary>It could serve; another came first.</summary>
    Outranked,

    /// <summary>A person pinned another one.</summary>
    AnotherIsPinned,

    /// <summary>The explicit order does not list it.</summary>
    NotInOrder,

    /// <summary>A rule requires others.</summary>
    NotRequired,

    /// <summary>A rule forbids it.</summary>
    ForbiddenByRule,

    /// <summary>Its vendor offers the model to other accounts, and not to this one.</summary>
    ModelNotOffered,

    /// <summary>It rests after a failure.</summary>
    Cooling,

    /// <summary>The account could not pay.</summary>
    Disabled,

    /// <summary>It has just rested, and another message tries whether it serves again.</summary>
    OnTrial,

    /// <summary>It has ended.</summary>
    Expired,

    /// <summary>It has ended, and nobody knows what the issuer did with its refresh token.</summary>
    RefreshOutcomeUnknown,

    /// <summary>It has ended, and the issuer no longer takes its refresh token.</summary>
    SignInNeeded,

    /// <summary>It has ended, and its refresh token was spent before: it comes from an older copy of the store.</summary>
    StoreRestored,

    /// <summary>It has ended, and the issuer refuses the client that the operator configured.</summary>
    IssuerRefusesClient,

    /// <summary>An order or a pin names it, and nothing is stored.</summary>
    Missing,

    /// <summary>What is stored is blank or malformed.</summary>
    Blank,

    /// <summary>This version does not know its kind.</summary>
    KindUnknown,

    /// <summary>The configuration names another kind or provider than what is stored.</summary>
    ModeMismatch,

    /// <summary>Another account stands under the pinned id.</summary>
    AccountChanged,

    /// <summary>The operator has not accepted the program that it was imported from.</summary>
    NotAccepted,

    /// <summary>It was stored for another endpoint than the one that is configured now, or is a key of the environment and that one is not its vendor's own.</summary>
    OriginChanged,

    /// <summary>This installation cannot call its provider.</summary>
    ProviderNotAvailable,
}
