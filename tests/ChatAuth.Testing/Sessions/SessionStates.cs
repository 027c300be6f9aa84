using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Sessions;

/// <summary>One state of every shape that a store must bring back as it was.</summary>
public static class SessionStates
{
    public static readonly Person Alice = new("telegram", 1001);
    public static readonly Person Bob = new("telegram", 1002);
    public static readonly Payer WorkPayer = new("anthropic|-|secret:fake-work");
    public static readonly Payer HomePayer = new("anthropic|-|sign-in:fake-home");
    public static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    public static readonly ProfileId Home = ProfileId.Parse("anthropic:me+tag@example.com");
    public static readonly ModelRef Opus = ModelRef.Parse("anthropic/claude-opus-fake@20260101");

    // Odd ticks and an offset: neither may be lost or change the moment.
    private static readonly DateTimeOffset End = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(7);
    private static readonly PinState.UserPinned Pin = new(Work, WorkPayer, Alice);
    private static readonly OpenQuestion Question = new(
        QuestionKind.PayerChange, WorkPayer, HomePayer, Home, new ChoiceId(ulong.MaxValue), "telegram:7:55", End);

    /// <summary>The shapes, named.</summary>
    public static IEnumerable<TestCaseData<SessionState>> Shapes()
    {
        yield return Shape("initial", SessionState.Initial);
        yield return Shape("model", Chosen with { Model = new ModelChoice(Opus) });
        yield return Shape("model_that_ends", Chosen with { Model = new ModelChoice(Opus, End, ModelChoice.Default) });
        yield return Shape("default_that_ends", Chosen with { Model = new ModelChoice(null, End, new ModelChoice(Opus, End.AddDays(1), new ModelChoice(Opus))) });
        yield return Shape("auto_pin", Pinned(new PinState.AutoPinned(Home, HomePayer)) with { Follows = true });
        yield return Shape("user_pin", Pinned(Pin));
        yield return Shape("user_pin_that_ends", Pinned(Pin with { Until = End, Then = PinState.Unpinned.Instance }));
        yield return Shape("user_pin_over_user_pin", Pinned(Pin with { Until = End, Then = Pin with { Profile = Home, Until = End.AddHours(1), Then = Pin } }));
        yield return Shape("broken_pin", Pinned(new PinState.PinBroken(Pin, PinBreak.AccountChanged, End)));
        yield return Shape("refused_pin", Pinned(new PinState.PinBroken(Pin, PinBreak.Refused, End) { RefusedRevision = "revision" }));
        yield return Shape("user_pin_over_broken_pin", Pinned(Pin with { Until = End, Then = new PinState.PinBroken(Pin with { By = Bob }, PinBreak.Missing, End) }));
        yield return Shape("broken_pin_that_ends", Pinned(new PinState.PinBroken(Pin with { Until = End, Then = Pin }, PinBreak.Disabled, End)));
        yield return Shape("pins_of_two_providers", Chosen with
        {
            Pins = PinTable.Empty.With(Work.Provider, Pin).With(ProviderId.Parse("openai"), new PinState.AutoPinned(ProfileId.Parse("openai:env"), new Payer("openai|-|x"))),
        });
        yield return Shape("acknowledged", Pinned(Pin) with { Acknowledged = WorkPayer });
        yield return Shape("typed", Chosen with { LastTyped = new MessageNumber("-100\"ü", long.MaxValue) });
        yield return Shape("consents", Chosen with
        {
            Consents = [new Consent(Question, ConsentScope.Session, Alice), new Consent(Question with { Kind = QuestionKind.CoolingPin, From = null }, ConsentScope.Never, Bob)],
        });
        yield return Shape("questions", Chosen with
        {
            Questions = [(Alice, Question), (Bob, Question with { Kind = QuestionKind.OpenAttempt, Cause = "\"quoted\" \\ \u0001 ü 😀" })],
        });
    }

    /// <summary>A state in which people pinned one profile, or the resolver did.</summary>
    public static SessionState Pinned(PinState pin) => Chosen with { Pins = PinTable.Empty.With(Work.Provider, pin) };

    /// <summary>Equality with the lists compared by their entries.</summary>
    public static bool AreSame(SessionState one, SessionState other) =>
        one with { Consents = [], Questions = [] } == other with { Consents = [], Questions = [] }
        && one.Consents.SequenceEqual(other.Consents)
        && one.Questions.SequenceEqual(other.Questions);

    private static SessionState Chosen { get; } = new() { ChoiceId = new ChoiceId(0x0123456789ABCDEF), Follows = false };

    private static TestCaseData<SessionState> Shape(string name, SessionState state) => new TestCaseData<SessionState>(state).SetArgDisplayNames(name);
}
