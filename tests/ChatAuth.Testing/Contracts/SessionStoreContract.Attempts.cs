using ChatAuth.Core.Chat;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    [Test]
    public async Task Attempts_of_a_cause_come_back_by_number()
    {
        var first = await Open("1", 1);
        var second = await Open("1", 2);
        await Open("2", 1);

        var attempts = (await Load(Group, "1")).Attempts;

        Assert.That(attempts, Is.EqualTo((Attempt[])[first, second]));
    }

    [Test]
    public async Task Attempt_opened_without_a_state_leaves_the_conversation_unsaved()
    {
        await Open("1", 1);

        Assert.That((await Load(Group)).Session.Version, Is.Zero);
    }

    [Test]
    public async Task Attempt_number_given_twice_is_refused_whole()
    {
        await Open("1", 1);

        Assert.That(
            () => Sessions.UpdateAsync(Group, null, _ => new SessionUpdate<int>(0, SessionState.Initial, null, Attempt("1", 1)), default),
            Throws.InvalidOperationException);

        Assert.That((await Load(Group)).Session.Version, Is.Zero);
    }

    [Test]
    public async Task Attempt_closed_keeps_its_first_outcome()
    {
        var attempt = await Open("1", 1);
        var closed = attempt with { Outcome = AttemptOutcome.Unknown, EndedAt = Clock.GetUtcNow() };

        await Sessions.CloseAttemptAsync(closed, default);
        await Sessions.CloseAttemptAsync(attempt with { Outcome = AttemptOutcome.Answered, EndedAt = Clock.GetUtcNow().AddDays(1) }, default);

        Assert.That((await Load(Group, "1")).Attempts, Is.EqualTo((Attempt[])[closed]));
    }

    [Test]
    public async Task Closing_an_attempt_that_was_never_opened_does_nothing()
    {
        await Sessions.CloseAttemptAsync(Attempt("1", 1) with { Outcome = AttemptOutcome.Answered }, default);

        Assert.That((await Load(Group, "1")).Attempts, Is.Empty);
    }

    [Test]
    public async Task Last_receipt_is_the_newest_answered_message_of_the_conversation()
    {
        await Answer("1");
        var last = await Answer("2");
        await Answer("3", AttemptPurpose.AskOnce);
        await Answer("4", AttemptPurpose.Probe);
        await Answer("5", outcome: AttemptOutcome.Failed);
        await Answer("6", outcome: AttemptOutcome.Unknown);
        await Open("7", 1);
        await Answer("8", key: Topic);

        Assert.That((await Load(Group)).LastReceipt, Is.EqualTo(last));
    }

    private async Task<Attempt> Answer(
        string cause, AttemptPurpose purpose = AttemptPurpose.Message, AttemptOutcome outcome = AttemptOutcome.Answered, SessionKey? key = null)
    {
        var closed = await Open(cause, 1, purpose, key) with { Outcome = outcome, EndedAt = Clock.GetUtcNow().AddSeconds(3) };
        await Sessions.CloseAttemptAsync(closed, default);
        return closed;
    }

    private async Task<Attempt> Open(string cause, int number, AttemptPurpose purpose = AttemptPurpose.Message, SessionKey? key = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        var attempt = Attempt(cause, number) with { Purpose = purpose, Session = key ?? Group };
        await Sessions.UpdateAsync(attempt.Session, attempt.Cause, _ => new SessionUpdate<int>(0, Attempt: attempt), default);
        return attempt;
    }

    private Attempt Attempt(string cause, int number) => new(
        Group, new ChangeCause(cause), number, SessionStates.Alice, AttemptPurpose.Message, SessionStates.Opus,
        SessionStates.Home, SessionStates.HomePayer, BillingClass.Subscription, 3, Clock.GetUtcNow());
}
