using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Profiles;

/// <summary>Everything that a resolution is decided on.</summary>
public sealed record ResolutionRequest
{
    /// <summary>The model.</summary>
    public required ModelRef Model { get; init; }

    /// <summary>All profiles of its provider, in stored order.</summary>
    public required IReadOnlyList<RosterEntry> Profiles { get; init; }

    /// <summary>The explicit order; null when there is none.</summary>
    public ProfileOrder? Order { get; init; }

    /// <summary>The operator's rules.</summary>
    public IReadOnlyList<ProfileRule> Rules { get; init; } = [];

    /// <summary>The effective state of the conversation.</summary>
    public SessionState Session { get; init; } = SessionState.Initial;

    /// <summary>The choice is the parent's.</summary>
    public bool ChoiceInherited { get; init; }

    /// <summary>Profiles that are not chosen automatically, because their vendor offers the model to others and not to them; a pin on one holds.</summary>
    public IReadOnlyList<ProfileId> NotOfferedTo { get; init; } = [];

    /// <summary>Who asks, and where.</summary>
    public required Asker Asker { get; init; }

    /// <summary>The last answered ordinary message here; null when there is none.</summary>
    public Attempt? LastReceipt { get; init; }

    /// <summary>Who would have served the model that this one stands in for: the comparison while nobody was charged yet. Null compares with this model's own first.</summary>
    public AuthProfile? InsteadOf { get; init; }

    /// <summary>One message is asked with a model of its own: only the last payer is charged for it without a question, or one that it names.</summary>
    public bool IsAskedOnce { get; init; }

    /// <summary>The operator's presets.</summary>
    public ConsentPresets Consent { get; init; } = ConsentPresets.Default;

    /// <summary>This installation can call the provider.</summary>
    public bool ProviderAvailable { get; init; } = true;

    /// <summary>How long before its end a credential counts as expiring.</summary>
    public TimeSpan WarnWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The present.</summary>
    public required DateTimeOffset Now { get; init; }
}
