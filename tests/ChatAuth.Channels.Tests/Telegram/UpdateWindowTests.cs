using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

public sealed class UpdateWindowTests
{
    private readonly FakeTime _time = new();
    private readonly Dictionary<long, TaskCompletionSource> _recorded = [];
    private UpdateWindow _window = null!;

    [SetUp]
    public void SetUp() => _window = new UpdateWindow(_time);

    [Test]
    public void What_is_dealt_with_is_confirmed_up_to_the_first_that_is_not()
    {
        Add(1, 3);
        Finish(1);
        Finish(3);

        Assert.That(_window.Confirm(), Is.EqualTo(2));
        Assert.That(_window.Confirm(), Is.Null);
    }

    [Test]
    public void Crowd_is_not_confirmed_before_it_is_dealt_with()
    {
        Add(1, 100);

        Assert.That(_window.Confirm(), Is.Null);
        Assert.That(_window.IsFull);
    }

    [Test]
    public void Slow_one_is_given_up_where_it_holds_back_more_than_fifty_that_are_dealt_with()
    {
        Add(1, 52);
        for (var id = 2; id <= 51; id++) Finish(id);
        var fifty = _window.Confirm();
        Finish(52);

        Assert.That(fifty, Is.Null);
        Assert.That(_window.Confirm(), Is.EqualTo(53));
    }

    [Test]
    public void Slow_ones_are_given_up_in_time_where_they_are_more_than_fifty()
    {
        Add(1, 60);
        _time.Advance(TimeSpan.FromSeconds(5.1));

        Assert.That(_window.Confirm(), Is.EqualTo(11));
        Assert.That(_window.IsFull, Is.False);
        Assert.That(_window.IsBusy);
    }

    [Test]
    public void Few_slow_ones_are_never_given_up()
    {
        Add(1, 50);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.That(_window.Confirm(), Is.Null);
    }

    [Test]
    public void Update_that_is_here_is_not_new_and_one_that_was_confirmed_is()
    {
        Add(7, 7);
        Finish(7);
        var here = TryAdd(7);
        _window.Confirm();

        Assert.That(here, Is.False);
        Assert.That(TryAdd(7));
    }

    [Test]
    public void Ids_may_begin_anew_at_lower_numbers()
    {
        Add(900, 900);
        Finish(900);
        _window.Confirm();

        Add(3, 3);
        Finish(3);

        Assert.That(_window.Confirm(), Is.EqualTo(4));
    }

    [Test]
    public void Next_end_is_told_once()
    {
        Add(7, 7);
        var next = _window.NextDone;

        Finish(7);

        Assert.That(next.IsCompletedSuccessfully);
        Assert.That(_window.NextDone.IsCompleted, Is.False);
    }

    /// <summary>What ended without being recorded is told again by Telegram, to the next process.</summary>
    [Test]
    public void Update_that_was_given_up_is_never_confirmed()
    {
        Add(7, 7);
        _recorded[7].SetCanceled();

        Assert.That(_window.Confirm(), Is.Null);
        Assert.That(_window.NextDone.IsCompleted, Is.False);
    }

    private void Add(long first, long last)
    {
        for (var id = first; id <= last; id++) TryAdd(id);
    }

    private bool TryAdd(long id) => _window.TryAdd(id, (_recorded[id] = new TaskCompletionSource()).Task);

    private void Finish(long id) => _recorded[id].SetResult();
}
