using System.Globalization;
using System.Text;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Sessions;

/// <summary>Prints the session machine by driving it: each pin state with each event. <c>docs/session-states.md</c> is what it prints.</summary>
internal static class SessionMachinePrinter
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(1);
    private static readonly ProviderId Vendor = ProviderId.Parse("anthropic");
    private static readonly ModelRef Model = ModelRef.Parse("anthropic/opus");
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    private static readonly Payer WorkPayer = new("anthropic|-|work");
    private static readonly ProfileId Spare = ProfileId.Parse("anthropic:spare");
    private static readonly Payer SparePayer = new("anthropic|-|spare");
    private static readonly ChoiceId Draw = new(1);
    private static readonly PinState.UserPinned Pinned = new(Work, WorkPayer, Person.Operator);
    private static readonly PinState.UserPinned Ending = Pinned with { Until = Now.AddMinutes(-1), Then = PinState.Unpinned.Instance };

    /// <summary>The states that a provider's pin can be in; a pin whose time has run out is shown apart, because only an event ends it.</summary>
    public static IReadOnlyList<(string Name, PinState State)> States { get; } =
    [
        ("Unpinned", PinState.Unpinned.Instance),
        ("AutoPinned", new PinState.AutoPinned(Work, WorkPayer)),
        ("UserPinned", Pinned),
        ("UserPinned (time is up)", Ending),
        ("PinBroken", new PinState.PinBroken(Pinned, PinBreak.Missing, Now)),
    ];

    /// <summary>Every event, with what distinguishes its cases.</summary>
    public static IReadOnlyList<(string Name, SessionEvent Event)> Events { get; } =
    [
        ("ModelSelected", new SessionEvent.ModelSelected(Model, null, Draw)),
        ("ProfilePinned", new SessionEvent.ProfilePinned(null, Vendor, Work, WorkPayer, Person.Operator, null, Draw)),
        ("PinRemoved", new SessionEvent.PinRemoved(Vendor, Draw)),
        ("SessionReset", new SessionEvent.SessionReset(Draw)),
        ("LinkRestored", new SessionEvent.LinkRestored(Draw)),
        ("ChoiceRestored (to nothing)", new SessionEvent.ChoiceRestored(new Choice(ModelChoice.Default, PinTable.Empty, true), Draw)),
        ("EndReached", new SessionEvent.EndReached(Draw)),
        ("SessionRestarted", new SessionEvent.SessionRestarted(false, Draw)),
        ("SessionRestarted (choices end)", new SessionEvent.SessionRestarted(true, Draw)),
        ("SessionCompacted", new SessionEvent.SessionCompacted()),
        ("ProfileChosen", new SessionEvent.ProfileChosen(Vendor, Spare, SparePayer)),
        ("ProfileFailed", new SessionEvent.ProfileFailed(Vendor, Work)),
        ("ProfileBroke", new SessionEvent.ProfileBroke(Vendor, PinBreak.Expired)),
        ("ProfileMended (same payer)", new SessionEvent.ProfileMended(Vendor, WorkPayer)),
        ("ProfileMended (another payer)", new SessionEvent.ProfileMended(Vendor, SparePayer)),
        ("QuestionAsked", new SessionEvent.QuestionAsked(Person.Operator, Question)),
        ("QuestionAnswered", new SessionEvent.QuestionAnswered(Person.Operator, ConsentScope.Once)),
        ("ConsentSpent", new SessionEvent.ConsentSpent(new Consent(Question, ConsentScope.Once, Person.Operator))),
    ];

    private static OpenQuestion Question => new(QuestionKind.PayerChange, WorkPayer, SparePayer, Spare, default, "printer", Now);

    /// <summary>What becomes of a pin state by an event, as the table shows it.</summary>
    public static string Next(PinState pin, SessionEvent happened)
    {
        var state = SessionState.Initial with { Follows = pin.OfPerson is null, Pins = PinTable.Empty.With(Vendor, pin) };
        if (happened is SessionEvent.QuestionAnswered) state = state with { Questions = [(Person.Operator, Question)] };
        if (happened is SessionEvent.ConsentSpent spent) state = state with { Consents = [spent.Consent] };
        return SessionMachine.Apply(state, happened, Now) switch
        {
            SessionOutcome.Transition transition => NameOf(transition.Next.Pins[Vendor]),
            SessionOutcome.Refusal refusal => $"`{refusal.Code}`",
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>The table of every state and every event, in Markdown.</summary>
    public static string PrintTable()
    {
        var text = new StringBuilder(
            $"| Event | {string.Join(" | ", States.Select(state => state.Name))} |\n|{string.Concat(States.Select(_ => "---|"))}---|\n");
        foreach (var (name, happened) in Events)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", States.Select(state => Next(state.State, happened)))} |\n");
        }
        return text.ToString();
    }

    /// <summary>The diagram of every change of state, in Mermaid.</summary>
    public static string PrintDiagram()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> Unpinned\n");
        var arrows = States
            .SelectMany(from => Events, (from, e) => (From: NameOf(from.State), Event: e.Name, To: Next(from.State, e.Event)))
            .Where(arrow => arrow.To != arrow.From && !arrow.To.StartsWith('`'))
            .GroupBy(arrow => (arrow.From, arrow.To));
        foreach (var arrow in arrows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {arrow.Key.From} --> {arrow.Key.To}: {string.Join(", ", arrow.Select(one => one.Event).Distinct())}\n");
        }
        return text.ToString();
    }

    private static string NameOf(PinState pin) => pin.GetType().Name;
}
