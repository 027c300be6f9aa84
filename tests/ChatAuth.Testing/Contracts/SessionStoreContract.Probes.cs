using ChatAuth.Core.Chat;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    [Test]
    public async Task Probes_of_a_person_are_read_with_the_change_newest_first_from_every_conversation()
    {
        var first = await Open("1", 1, AttemptPurpose.Probe);
        var second = await Open("2", 1, AttemptPurpose.Probe, Topic);

        var probes = await ProbesIn(Window());

        Assert.That(probes, Is.EqualTo((DateTimeOffset[])[second.StartedAt, first.StartedAt]));
    }

    [Test]
    public async Task Probe_counts_whatever_became_of_it()
    {
        await Answer("1", AttemptPurpose.Probe);
        await Answer("2", AttemptPurpose.Probe, AttemptOutcome.Failed);
        await Answer("3", AttemptPurpose.Probe, AttemptOutcome.Unknown);

        Assert.That(await ProbesIn(Window()), Has.Exactly(3).Items);
    }

    [Test]
    public async Task Messages_and_probes_of_others_do_not_count()
    {
        await Open("1", 1);
        await Open("2", 1, AttemptPurpose.AskOnce);
        await Sessions.UpdateAsync(
            Group, new ChangeCause("3"), _ => new SessionUpdate<int>(0, Attempt: Attempt("3", 1) with { Purpose = AttemptPurpose.Probe, By = SessionStates.Bob }), default);

        Assert.That(await ProbesIn(Window()), Is.Empty);
    }

    [Test]
    public async Task Probes_outside_the_window_and_beyond_its_number_are_left_out()
    {
        var first = await Open("1", 1, AttemptPurpose.Probe);
        var second = await Open("2", 1, AttemptPurpose.Probe);
        var third = await Open("3", 1, AttemptPurpose.Probe);

        Assert.That(await ProbesIn(Window() with { After = first.StartedAt, Before = third.StartedAt }), Is.EqualTo((DateTimeOffset[])[second.StartedAt]));
        Assert.That(await ProbesIn(Window() with { Most = 1 }), Is.EqualTo((DateTimeOffset[])[third.StartedAt]));
        Assert.That(await ProbesIn(Window() with { Most = 0 }), Is.Empty);
    }

    [Test]
    public async Task Probes_that_nobody_asked_for_are_not_read()
    {
        await Open("1", 1, AttemptPurpose.Probe);

        Assert.That(await ProbesIn(null), Is.Empty);
        Assert.That((await Load(Group)).Probes, Is.Empty);
    }

    [Test]
    public async Task Change_that_counts_probes_lets_nobody_begin_one_in_between()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 20).Select(tap => Task.Run(() => Sessions.UpdateAsync(
            tap % 2 == 0 ? Group : Topic,
            new ChangeCause($"tap {tap}"),
            snapshot => snapshot.Probes.Count < 3
                ? new SessionUpdate<bool>(true, Attempt: Attempt($"tap {tap}", 1) with { Purpose = AttemptPurpose.Probe, Session = snapshot.Session.Key })
                : new SessionUpdate<bool>(false),
            default,
            Window()))));

        Assert.That(begun.Count(one => one), Is.EqualTo(3));
        Assert.That(await ProbesIn(Window()), Has.Exactly(3).Items);
    }

    private ProbeWindow Window() => new(SessionStates.Alice, Clock.GetUtcNow().AddDays(-1), Clock.GetUtcNow().AddDays(1), 100);

    private Task<IReadOnlyList<DateTimeOffset>> ProbesIn(ProbeWindow? window) =>
        Sessions.UpdateAsync(Group, null, snapshot => new SessionUpdate<IReadOnlyList<DateTimeOffset>>(snapshot.Probes), default, window);
}
