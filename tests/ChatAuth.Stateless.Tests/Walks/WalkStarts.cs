using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Stateless.Tests.Walks;

/// <summary>Where walks begin: where nobody chose, and where a walk from there would hardly come.</summary>
internal static class WalkStarts
{
    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly PinState.UserPinned Pin = new(ProfileId.Parse("anthropic:p0"), new Payer("anthropic|-|secret:fake-0"), new Person("telegram", 1001));
    private static readonly OpenQuestion Question = new(QuestionKind.PayerChange, null, Pin.Payer, Pin.Profile, default, "telegram:1", Time);

    public static IReadOnlyList<SessionState> States { get; } = [SessionState.Initial, Thread(), Nested(8), Nested(9), Crowded(64)];

    /// <summary>A thread that follows its parent, in which people pinned at two providers; the resolver chose in the thread at the third.</summary>
    private static SessionState Thread() => (SessionState.Initial with { Pins = PinTable.Empty.With(WalkEvents.Providers[2], new PinState.AutoPinned(Pin.Profile, Pin.Payer)) })
        .Under(new SessionState
        {
            ChoiceId = new ChoiceId(1),
            Follows = false,
            Pins = PinTable.Empty.With(WalkEvents.Providers[0], Pin with { Until = Time.AddHours(1), Then = Pin })
                .With(WalkEvents.Providers[1], new PinState.PinBroken(Pin with { Until = Time.AddMinutes(20), Then = Pin }, PinBreak.Expired, Time)),
        });

    /// <summary>So many choices that end, in each other.</summary>
    private static SessionState Nested(int depth)
    {
        var (model, pin) = (ModelChoice.Default, (PinState)PinState.Unpinned.Instance);
        for (var i = depth; i > 0; i--)
        {
            model = new ModelChoice(ModelRef.Parse("anthropic/opus"), Time.AddHours(i), model);
            pin = Pin with { Until = Time.AddHours(i), Then = pin };
        }
        return new SessionState { ChoiceId = new ChoiceId(2), Follows = false, Model = model, Pins = PinTable.Empty.With(WalkEvents.Providers[0], pin) };
    }

    /// <summary>As many people as are remembered were asked something.</summary>
    private static SessionState Crowded(int people) => SessionState.Initial with
    {
        Questions = [.. Enumerable.Range(1, people).Select(i => (new Person("discord", 5000 + i), Question))],
    };
}
