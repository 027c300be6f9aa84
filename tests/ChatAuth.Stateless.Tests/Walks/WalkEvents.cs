using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Stateless.Tests.Walks;

/// <summary>Draws what happens next, made for the state that it meets: what is removed was mostly pinned, what is answered was mostly asked.</summary>
internal sealed class WalkEvents(SessionState state, DateTimeOffset now, IReadOnlyList<Choice> past, Random random)
{
    public static readonly ProviderId[] Providers = [ProviderId.Parse("anthropic"), ProviderId.Parse("google"), ProviderId.Parse("openai")];

    private static readonly ModelRef?[] Models = [null, ModelRef.Parse("anthropic/opus"), ModelRef.Parse("google/gemini"), ModelRef.Parse("openai/gpt")];
    private static readonly Person[] People = [new("telegram", 1001), new("telegram", 1002), new("discord", 1001)];
    private static readonly ConsentScope?[] Scopes = [null, ConsentScope.Once, ConsentScope.Session, ConsentScope.Never];

    private readonly ProviderId _provider = Of(Providers, random);

    /// <summary>The rows of the table, with two that restore a choice and break a pin that is broken in the same way.</summary>
    public static IReadOnlyList<string> Rows { get; } =
    [
        "ModelSelected", "ProfilePinned", "PinRemoved", "SessionReset", "LinkRestored", "ChoiceRestored (to nothing)", "ChoiceRestored (to a choice)", "EndReached",
        "SessionRestarted", "SessionRestarted (choices end)", "SessionCompacted", "ProfileChosen", "ProfileFailed", "ProfileBroke", "ProfileBroke (as before)",
        "ProfileMended (same payer)", "ProfileMended (another payer)", "QuestionAsked", "QuestionAnswered", "ConsentSpent",
    ];

    public SessionEvent Draw(string row) => EventOf(row) switch
    {
        // A restart and an end are not typed.
        SessionEvent.OfPeople and not SessionEvent.SessionRestarted and not SessionEvent.EndReached and var e => (SessionEvent.OfPeople)e with { IfChoice = IfChoice(), Typed = Typed() },
        var e => e with { IfChoice = IfChoice() },
    };

    private SessionEvent EventOf(string row) => row switch
    {
        "ModelSelected" => new SessionEvent.ModelSelected(Of(Models), Until(), Id()) { IsUnlisted = Is(20) },
        "ProfilePinned" => new SessionEvent.ProfilePinned(Of(Models), _provider, Profile(), Payer(), Of(People), Until(), Id()) { IsUnlisted = Is(20) },
        "PinRemoved" => new SessionEvent.PinRemoved(_provider, Id()),
        "SessionReset" => new SessionEvent.SessionReset(Id()),
        "LinkRestored" => new SessionEvent.LinkRestored(Id()),
        "ChoiceRestored (to nothing)" => new SessionEvent.ChoiceRestored(SessionState.Initial.Choice, Id()),
        "ChoiceRestored (to a choice)" => new SessionEvent.ChoiceRestored(past[random.Next(past.Count)], Id()),
        "EndReached" => new SessionEvent.EndReached(Id()),
        "SessionRestarted" => new SessionEvent.SessionRestarted(false, Id()),
        "SessionRestarted (choices end)" => new SessionEvent.SessionRestarted(true, Id()),
        "SessionCompacted" => new SessionEvent.SessionCompacted(),
        "ProfileChosen" => new SessionEvent.ProfileChosen(_provider, Profile(), Payer()),
        "ProfileFailed" => new SessionEvent.ProfileFailed(_provider, Is(70) ? state.Pins[_provider].Named ?? Profile() : Profile()),
        "ProfileBroke" => new SessionEvent.ProfileBroke(_provider, (PinBreak)random.Next(5), Is(30) ? $"revision-{random.Next(2)}" : null),
        "ProfileBroke (as before)" => state.Pins[_provider] is PinState.PinBroken broken
            ? new SessionEvent.ProfileBroke(_provider, broken.Reason, broken.RefusedRevision) : new SessionEvent.ProfileBroke(_provider, PinBreak.Refused),
        "ProfileMended (same payer)" => new SessionEvent.ProfileMended(_provider, Pinned ?? Payer()),
        "ProfileMended (another payer)" => new SessionEvent.ProfileMended(_provider, new Payer("anthropic|-|secret:fake-stranger")),
        "QuestionAsked" => new SessionEvent.QuestionAsked(Of(People), Question()),
        "QuestionAnswered" => new SessionEvent.QuestionAnswered(state.Questions.Length > 0 && Is(80) ? state.Questions[^1].Person : Of(People), Of(Scopes)),
        "ConsentSpent" => new SessionEvent.ConsentSpent(state.Consents.Length > 0 && Is(80)
            ? state.Consents[random.Next(state.Consents.Length)] : new Consent(Question(), ConsentScope.Once, Of(People))),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private Payer? Pinned => state.Pins[_provider] switch
    {
        PinState.AutoPinned auto => auto.Payer,
        var pin => pin.OfPerson?.Payer,
    };

    private ProfileId Profile() => new(_provider, $"p{random.Next(3)}");

    private Payer Payer() => new($"{_provider.Name}|-|secret:fake-{random.Next(2)}");

    private OpenQuestion Question() => new(
        (QuestionKind)random.Next(3), Is(30) ? null : Payer(), Payer(), Profile(), Is(85) ? state.ChoiceId : Id(), $"telegram:{random.Next(9)}", now);

    /// <summary>No end; one before all others, so that they nest; the very end that stands; one that is past; any.</summary>
    private DateTimeOffset? Until() => random.Next(10) switch
    {
        < 4 => null,
        < 6 => state.Choice.NextEnd is { } next && next > now ? now + ((next - now) / 2) : now.AddDays(2),
        6 => state.Choice.NextEnd,
        7 => now.AddMinutes(-1),
        _ => now.AddMinutes(random.Next(1, 600)),
    };

    private ChoiceId? IfChoice() => random.Next(20) switch
    {
        0 => Id(),
        < 3 => state.ChoiceId,
        _ => null,
    };

    private MessageNumber? Typed() => Is(60) ? null : new MessageNumber(Is(90) ? "-100" : "-200", (state.LastTyped?.Number ?? 5) + random.Next(-1, 4));

    private ChoiceId Id() => new((ulong)random.NextInt64());

    private bool Is(int percent) => random.Next(100) < percent;

    private T Of<T>(T[] values) => Of(values, random);

    private static T Of<T>(T[] values, Random random) => values[random.Next(values.Length)];
}
