using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>Knows what must hold after each step of a <see cref="RandomWalk"/>: from the store and from what the vendor saw, not from the code under test.</summary>
internal sealed class WalkOracle(TestWorld world)
{
    private readonly Dictionary<ChangeCause, int> _attempts = [];

    public delegate Task<(HandleResult Handled, AskResult? Asked)> Saying(CommandContext context, string text);

    /// <summary>Says it, and holds everything that happened against the promises.</summary>
    public async Task<HandleResult> JudgeAsync(CommandContext context, string text, Saying say)
    {
        var before = await LoadAsync(context);
        var (handled, asked) = await say(context, text);
        var after = await LoadAsync(context);

        NothingBrokeInside(handled, asked);
        EveryRequestHasItsAttempt(context, after.Attempts);
        NoMessageIsChargedTwice(after.Attempts);
        var attempts = after.Attempts.Skip(before.Attempts.Count).ToList();
        if (!text.StartsWith('/')) PeoplesChoicesStay(before, after);
        foreach (var attempt in attempts) UserPinsHold(attempt, after, handled);
        foreach (var attempt in attempts.Where(IsCharged)) NoSilentChangeOfPayer(attempt, context, before, handled, asked);
        return handled;
    }

    /// <summary>The same message is delivered again: no command applies twice, and nobody is charged for it.</summary>
    public async Task JudgeRepeatAsync(CommandContext context, string text, Saying say)
    {
        var before = await LoadAsync(context);
        var seen = world.Vendor.Seen.Count;
        var charged = before.Attempts.Any(IsCharged);

        var (handled, asked) = await say(context, text);
        var after = await LoadAsync(context);

        NothingBrokeInside(handled, asked);
        EveryRequestHasItsAttempt(context, after.Attempts);
        NoMessageIsChargedTwice(after.Attempts);
        PeoplesChoicesStay(before, after);
        if (charged) Assert.That(world.Vendor.Seen, Has.Count.EqualTo(seen), "what was charged is not sent again");
        if (handled is not HandleResult.Handled) return;
        var isAsked = handled is HandleResult.Handled { Reply: CommandReply.Failed { Code.Id: "attempt-open" } }; // The question is remembered.
        if (!EndIsDue(before) && !isAsked) Assert.That(after.Session.Version, Is.EqualTo(before.Session.Version), "a command's second delivery saves nothing");
        Assert.That(world.Vendor.Seen, Has.Count.EqualTo(seen), "a command's second delivery sends nothing");
    }

    private ValueTask<SessionSnapshot> LoadAsync(CommandContext context) => world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);

    /// <summary>Something has ended, which whoever comes next records first.</summary>
    private bool EndIsDue(SessionSnapshot snapshot) => snapshot.Effective.Choice.NextEnd <= world.Time.GetUtcNow();

    private static bool IsCharged(Attempt attempt) => attempt.Outcome is AttemptOutcome.Answered or AttemptOutcome.Unknown;

    private static void NothingBrokeInside(HandleResult handled, AskResult? asked)
    {
        CommandReply?[] replies = [(handled as HandleResult.Handled)?.Reply, (asked as AskResult.Refused)?.Reply];

        Assert.That(replies.OfType<CommandReply.Failed>().Select(failed => failed.Code), Has.None.EqualTo(ErrorCode.Internal));
        Assert.That(handled, Is.Not.InstanceOf<HandleResult.Ignored>(), "both people may ask here");
    }

    private void EveryRequestHasItsAttempt(CommandContext context, IReadOnlyList<Attempt> attempts)
    {
        var known = _attempts.GetValueOrDefault(context.Cause);
        var fresh = attempts.Skip(known).Select(attempt => (attempt.Model, attempt.Profile, attempt.Payer));
        _attempts[context.Cause] = attempts.Count;

        Assert.That(attempts.Select(attempt => attempt.Outcome), Has.None.EqualTo(AttemptOutcome.Open), "nothing is under way any more");
        Assert.That(_attempts.Values.Sum(), Is.EqualTo(world.Vendor.Seen.Count), "as many attempts as requests");
        Assert.That(world.Vendor.Seen.TakeLast(attempts.Count - known).Select(seen => (seen.Model, seen.Profile, seen.Payer)), Is.EqualTo(fresh));
    }

    private static void NoMessageIsChargedTwice(IReadOnlyList<Attempt> attempts) =>
        Assert.That(attempts.Count(IsCharged), Is.LessThanOrEqualTo(1), "a message is charged at most once");

    /// <summary>A message never moves what people chose; only an end may.</summary>
    private void PeoplesChoicesStay(SessionSnapshot before, SessionSnapshot after)
    {
        if (EndIsDue(before)) return;
        Assert.That(ChoiceOf(after), Is.EqualTo(ChoiceOf(before)), "only people's commands change people's choices");
        Assert.That(after.Effective.Acknowledged, Is.EqualTo(before.Effective.Acknowledged), "only people's commands acknowledge a payer");
    }

    private static string ChoiceOf(SessionSnapshot snapshot) =>
        $"{snapshot.Effective.Model} {string.Join(' ', snapshot.Effective.Pins.Select(pin => pin.Value.OfPerson).OfType<PinState.UserPinned>())}";

    /// <summary>Under a person's pin that credential is charged or none; with a profile named in the command, that one.</summary>
    private static void UserPinsHold(Attempt attempt, SessionSnapshot after, HandleResult handled)
    {
        if (handled is HandleResult.AskModel { Choice.Profile: { } named })
        {
            Assert.That(attempt.Profile, Is.EqualTo(named), "the profile that was named is used, or none");
            return;
        }
        if (attempt.Purpose is AttemptPurpose.Probe) return;
        if (after.Effective.Pins[attempt.Model.Provider].OfPerson is { } pin)
        {
            Assert.That((attempt.Profile, attempt.Payer), Is.EqualTo((pin.Profile, pin.Payer)), "what is pinned is used, or nothing is");
        }
        if (attempt.Purpose is AttemptPurpose.AskOnce) return;
        var chosen = after.Effective.ModelOr(TestWorld.Default.Catalog.Default);
        if (after.Effective.Pins[chosen.Provider].OfPerson is not null) Assert.That(attempt.Model, Is.EqualTo(chosen), "no fallback model under a pin");
    }

    /// <summary>Another payer than the last: a reply to a person's choice named it, a person consented to it or typed it; within a vendor and a class it is enough that the answer says so.</summary>
    private static void NoSilentChangeOfPayer(Attempt attempt, CommandContext context, SessionSnapshot before, HandleResult handled, AskResult? asked)
    {
        if (attempt.Purpose is AttemptPurpose.Probe || before.LastReceipt is not { } last || last.Payer == attempt.Payer) return;
        var typed = handled is HandleResult.AskModel { Choice.Profile: not null };
        var acknowledged = attempt.Purpose is AttemptPurpose.Message && before.Effective.Acknowledged == attempt.Payer;
        var answered = context.Asker.Person is { } person && before.Effective.QuestionTo(person)?.To == attempt.Payer;
        var consented = before.Effective.Consents.Any(consent =>
            consent.Question.To == attempt.Payer && consent.Scope is not ConsentScope.Never
            && (consent.Scope is ConsentScope.Session || consent.By == context.Asker.Person));
        var ofOneClass = last.Model.Provider == attempt.Model.Provider && last.Billing == attempt.Billing;
        var said = ofOneClass && asked switch
        {
            AskResult.Answer answer => answer.Notices.OfType<Notice.PayerChanged>().Any(),
            AskResult.Refused { Reply: CommandReply.Failed failed } => failed.Profile is not null,
            _ => false,
        };
        Assert.That(
            typed || acknowledged || answered || consented || said, $"{last.Profile} paid last, {attempt.Profile} is charged now, and nobody was told or asked");
    }
}
