using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class UpdateWindowTests
{
    private UpdateWindow _window = null!;

    [SetUp]
    public void SetUp() => _window = new UpdateWindow();

    [Test]
    public void Nothing_fetched_confirms_nothing() => Assert.That(_window.Confirm(), Is.Null);

    [Test]
    public void Update_is_confirmed_when_it_is_dealt_with()
    {
        _window.TryAdd(7);
        var before = _window.Confirm();

        _window.Finish(7);

        Assert.That(before, Is.Null);
        Assert.That(_window.Confirm(), Is.EqualTo(8));
    }

    [Test]
    public void Update_is_confirmed_once()
    {
        Deal(7);
        _window.Confirm();

        Assert.That(_window.Confirm(), Is.Null);
    }

    [Test]
    public void Slow_one_holds_back_what_came_after()
    {
        Deal(7);
        _window.TryAdd(8);
        Deal(9);

        Assert.That(_window.Confirm(), Is.EqualTo(8));
        Assert.That(_window.IsBusy);
    }

    [Test]
    public void Slow_one_is_given_up_when_too_much_would_be_told_again()
    {
        _window.TryAdd(1);
        for (var id = 2; id <= 51; id++) Deal(id);

        Assert.That(_window.Confirm(), Is.EqualTo(52));
    }

    [Test]
    public void Update_that_is_here_is_not_new_and_one_that_was_confirmed_is()
    {
        Deal(7);
        var here = _window.TryAdd(7);
        _window.Confirm();

        Assert.That(here, Is.False);
        Assert.That(_window.TryAdd(7));
    }

    [Test]
    public void Ids_may_begin_anew_at_lower_numbers()
    {
        Deal(900);
        _window.Confirm();

        Deal(3);

        Assert.That(_window.Confirm(), Is.EqualTo(4));
    }

    [Test]
    public void Next_end_is_told_once()
    {
        _window.TryAdd(7);
        var next = _window.NextDone;

        _window.Finish(7);

        Assert.That(next.IsCompletedSuccessfully);
        Assert.That(_window.NextDone.IsCompleted, Is.False);
    }

    private void Deal(long id)
    {
        _window.TryAdd(id);
        _window.Finish(id);
    }
}
