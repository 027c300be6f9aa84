using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>A profile as this reply's readers may see it.</summary>
/// <param name="Name">The id in a private reply, the label in a public one, <c>a private account</c> where some reader may not know it.</param>
/// <param name="Billing">How its use is paid.</param>
public sealed record ShownProfile(string Name, BillingClass Billing);

/// <summary>A model as shown.</summary>
/// <param name="Ref">Its full name.</param>
/// <param name="Short">The shortest name that can be typed for it.</param>
/// <param name="Label">A name for people.</param>
public sealed record ShownModel(ModelRef Ref, string Short, string Label);

/// <summary>A candidate of a resolution as shown.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Kind">The kind of its credential; null when nothing is stored.</param>
/// <param name="State">Its state by itself.</param>
/// <param name="Reason">Why it serves or does not.</param>
/// <param name="Until">When its rest ends, or when it ended or ends.</param>
/// <param name="Rule">The rule that decided about it.</param>
public sealed record ShownCandidate(
    ShownProfile Profile, string? Kind, CandidateState State, CandidateReason Reason, DateTimeOffset? Until, string? Rule);

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

/// <summary>The state of a provider's pin, by the name that scripts read.</summary>
public enum PinStateName
{
    /// <summary>The resolver chooses.</summary>
    Unpinned,

    /// <summary>The resolver's choice is kept.</summary>
    AutoPinned,

    /// <summary>A person pinned it.</summary>
    UserPinned,

    /// <summary>A person pinned it, and it cannot be used.</summary>
    PinBroken,
}

/// <summary>A provider's pin as shown.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="State">Its state.</param>
/// <param name="Profile">The profile; null when unpinned.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record ShownPin(ProviderId Provider, PinStateName State, ShownProfile? Profile, DateTimeOffset? Until);

/// <summary>The choice of a conversation as shown.</summary>
/// <param name="Model">The model that holds.</param>
/// <param name="IsDefault">Nobody selected it; it is the configured default.</param>
/// <param name="Until">When the selection ends by itself.</param>
/// <param name="Pins">The pins, by provider.</param>
/// <param name="Inherited">The choice is the parent's.</param>
/// <param name="Version">How many times the conversation was saved.</param>
public sealed record ShownSession(
    ShownModel Model, bool IsDefault, DateTimeOffset? Until, IReadOnlyList<ShownPin> Pins, bool Inherited, long Version);

/// <summary>What a reply offers to do next; a channel makes a button of it, or shows what to type.</summary>
public enum ReplyActionKind
{
    /// <summary>Select a model, with or without an account.</summary>
    Select,

    /// <summary>Drop the current provider's pin.</summary>
    Unpin,

    /// <summary>Take the last change back.</summary>
    Undo,

    /// <summary>Go back to the default.</summary>
    Reset,

    /// <summary>Follow the parent again.</summary>
    Inherit,

    /// <summary>Consent for one message.</summary>
    AllowOnce,

    /// <summary>Consent while the choice stands.</summary>
    AllowSession,

    /// <summary>Do not, and do not ask again.</summary>
    AllowNever,

    /// <summary>Not this message.</summary>
    Deny,

    /// <summary>Probe what would serve next.</summary>
    Test,

    /// <summary>Show the status.</summary>
    Status,

    /// <summary>Show the list, or a page of it.</summary>
    List,

    /// <summary>Show the decision.</summary>
    Why,
}

/// <summary>Something that a reply offers.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Typed">What to type for it.</param>
/// <param name="Model">The model that it selects; null for none.</param>
/// <param name="Profile">The profile that it pins; null for none.</param>
/// <param name="Shown">That profile as readers may see it.</param>
public sealed record ReplyAction(
    ReplyActionKind Kind, string Typed, ModelRef? Model = null, ProfileId? Profile = null, ShownProfile? Shown = null);
