using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>What a reply offers to do next; a channel makes a button of it, or shows what to type. Buttons carry its number for a day: new ones come last.</summary>
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

    /// <summary>Take a row of the list: the account step where several accounts can serve it, else the model.</summary>
    Pick,

    /// <summary>Show the accounts for a model, or a page of them.</summary>
    Accounts,

    /// <summary>End an account's rest, for owners.</summary>
    Clear,
}

/// <summary>Something that a reply offers.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Typed">What to type for it; null where that would name what readers may not see.</param>
/// <param name="Model">The model that it selects; null keeps the one that holds.</param>
/// <param name="Profile">The profile that it pins, for the button and never to be shown; null for none.</param>
/// <param name="Shown">That profile as readers may see it.</param>
public sealed record ReplyAction(
    ReplyActionKind Kind, string? Typed, ModelRef? Model = null, ProfileId? Profile = null, ShownProfile? Shown = null)
{
    /// <summary>The page that it shows, from 1; null for what has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>The provider that a list is limited to; null for all.</summary>
    public ProviderId? Provider { get; init; }

    /// <summary>How long the selection holds from the tap on; null is for good.</summary>
    public TimeSpan? Span { get; init; }

    /// <summary>
    /// What a button hands back to <see cref="IChatAuth"/> when it is tapped: 63 characters, signed for this person in this conversation. Null where
    /// the context has no buttons, or where the action does not fit one: then <see cref="Typed"/> is shown.
    /// </summary>
    public string? Token { get; init; }
}
