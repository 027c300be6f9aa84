using System.Collections.Immutable;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>The state of one conversation; immutable, changed by <see cref="SessionMachine"/> only.</summary>
public sealed record SessionState
{
    /// <summary>The state in which nobody has chosen anything.</summary>
    public static SessionState Initial { get; } = new();

    /// <summary>Names the present choice; see <see cref="ChoiceId"/>.</summary>
    public ChoiceId ChoiceId { get; init; }

    /// <summary>The model.</summary>
    public ModelChoice Model { get; init; } = ModelChoice.Default;

    /// <summary>The pins.</summary>
    public PinTable Pins { get; init; } = PinTable.Empty;

    /// <summary>There is no choice of its own: the parent's, or the default, is what holds.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>The payer that the reply to the last change named: charged without a further question.</summary>
    public Payer? Acknowledged { get; init; }

    /// <summary>Answers that still hold.</summary>
    public ImmutableArray<Consent> Consents { get; init; } = [];

    /// <summary>The question that each person was asked last.</summary>
    public ImmutableArray<(Person Person, OpenQuestion Question)> Questions { get; init; } = [];

    /// <summary>The newest message that typed a choice here; an older one that arrives later is refused. Null when there was none.</summary>
    public MessageNumber? LastTyped { get; init; }

    /// <summary>What people chose.</summary>
    public Choice Choice => new(
        Model, Pins.Each(pin => pin is PinState.AutoPinned ? PinState.Unpinned.Instance : pin), Follows);

    /// <summary>The model that holds.</summary>
    public ModelRef ModelOr(ModelRef configuredDefault) => Model.Selected ?? configuredDefault;

    /// <summary>The answers about trying a resting profile that hold under the present choice.</summary>
    internal IEnumerable<Consent> ConsentsToTry(ProfileId profile) => Consents.Where(consent =>
        consent.Question.Kind is QuestionKind.CoolingPin && consent.Question.Profile == profile && consent.Question.Choice == ChoiceId);

    /// <summary>The question that this person was asked last; null when none is open.</summary>
    public OpenQuestion? QuestionTo(Person person) =>
        Questions.FirstOrDefault(entry => entry.Person == person).Question;

    /// <summary>
    /// The state that is effective in a thread: with a choice of its own this one, else the parent's choices, live,
    /// with this thread's own automatic pins where no person pinned, and what it found out about a pin that cannot be used. What a reply here named as the payer holds until the parent's choice moves.
    /// </summary>
    /// <param name="parent">The parent's state; null where there is no parent.</param>
    public SessionState Under(SessionState? parent)
    {
        if (!Follows || parent is null) return this;
        var pins = parent.Choice.Pins;
        foreach (var (provider, pin) in Pins)
        {
            var isAutomatic = pin is PinState.AutoPinned && pins[provider] is PinState.Unpinned;
            var isItsBreak = pin is PinState.PinBroken broken && pins[provider] == broken.Pin;
            if (isAutomatic || isItsBreak) pins = pins.With(provider, pin);
        }
        return this with
        {
            ChoiceId = parent.ChoiceId,
            Model = parent.Model,
            Pins = pins,
            Acknowledged = ChoiceId == parent.ChoiceId ? Acknowledged : null,
        };
    }
}
