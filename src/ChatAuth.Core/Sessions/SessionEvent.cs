using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>Something that happened to a conversation.</summary>
public abstract record SessionEvent
{
    private protected SessionEvent() { }

    /// <summary>The choice that this is conditional on (buttons, numbers, undo, consent); null when it is not. It is refused, never retried, when another holds.</summary>
    public ChoiceId? IfChoice { get; init; }

    /// <summary>A person, or the end of a pin, changed what people chose.</summary>
    public abstract record OfPeople : SessionEvent
    {
        private protected OfPeople(ChoiceId draw) => Draw = draw;

        /// <summary>The fresh id that the choice gets if it changes.</summary>
        public ChoiceId Draw { get; init; }

        /// <summary>The message that it was typed in; null where messages have no numbers, and for what was not typed.</summary>
        public MessageNumber? Typed { get; init; }
    }

    /// <summary>A person selected a model.</summary>
    /// <param name="Model">The model; null is the configured default.</param>
    /// <param name="Until">When the selection ends; null is never.</param>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record ModelSelected(ModelRef? Model, DateTimeOffset? Until, ChoiceId Draw) : OfPeople(Draw)
    {
        /// <summary>The configuration does not list the model: it was typed in full, or a vendor's list has it.</summary>
        public bool IsUnlisted { get; init; }
    }

    /// <summary>A person pinned a profile.</summary>
    /// <param name="Model">The model selected with it; null keeps the model.</param>
    /// <param name="Provider">The provider that the pin is for.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Payer">Who it charges now.</param>
    /// <param name="By">The person.</param>
    /// <param name="Until">When both end; null is never.</param>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record ProfilePinned(
        ModelRef? Model, ProviderId Provider, ProfileId Profile, Payer Payer, Person By, DateTimeOffset? Until, ChoiceId Draw) : OfPeople(Draw)
    {
        /// <summary>The configuration does not list the model: a vendor's list has it.</summary>
        public bool IsUnlisted { get; init; }
    }

    /// <summary>A person dropped a provider's pin.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record PinRemoved(ProviderId Provider, ChoiceId Draw) : OfPeople(Draw);

    /// <summary>A person went back to the configured default, without pins.</summary>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record SessionReset(ChoiceId Draw) : OfPeople(Draw);

    /// <summary>A person let a thread follow its parent again.</summary>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record LinkRestored(ChoiceId Draw) : OfPeople(Draw);

    /// <summary>A person took the last change back.</summary>
    /// <param name="Choice">What stood before it.</param>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record ChoiceRestored(Choice Choice, ChoiceId Draw) : OfPeople(Draw);

    /// <summary>The time of a selection or pin ran out.</summary>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record EndReached(ChoiceId Draw) : OfPeople(Draw);

    /// <summary>The host began the conversation's context anew.</summary>
    /// <param name="ChoiceEnds">The operator's setting: people's choices end with it.</param>
    /// <param name="Draw">The fresh choice id.</param>
    public sealed record SessionRestarted(bool ChoiceEnds, ChoiceId Draw) : OfPeople(Draw);

    /// <summary>The host compacted the conversation's context.</summary>
    public sealed record SessionCompacted : SessionEvent;

    /// <summary>The resolver chose a profile.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Payer">Who it charges.</param>
    public sealed record ProfileChosen(ProviderId Provider, ProfileId Profile, Payer Payer) : SessionEvent;

    /// <summary>A profile was tried and refused for a while.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Profile">The profile.</param>
    public sealed record ProfileFailed(ProviderId Provider, ProfileId Profile) : SessionEvent;

    /// <summary>The pinned profile cannot be used.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="RefusedRevision">The revision that the vendor refused; null for other reasons.</param>
    public sealed record ProfileBroke(ProviderId Provider, PinBreak Reason, string? RefusedRevision = null) : SessionEvent;

    /// <summary>The pinned profile can be used again.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Payer">Who it charges now.</param>
    public sealed record ProfileMended(ProviderId Provider, Payer Payer) : SessionEvent;

    /// <summary>A person's message was refused with a question.</summary>
    /// <param name="Person">The person.</param>
    /// <param name="Question">The question.</param>
    public sealed record QuestionAsked(Person Person, OpenQuestion Question) : SessionEvent;

    /// <summary>A person answered the question.</summary>
    /// <param name="Person">The person.</param>
    /// <param name="Scope">The answer; null is no, for this message.</param>
    public sealed record QuestionAnswered(Person Person, ConsentScope? Scope) : SessionEvent;

    /// <summary>A consent for one message was used.</summary>
    /// <param name="Consent">The consent.</param>
    public sealed record ConsentSpent(Consent Consent) : SessionEvent;
}
