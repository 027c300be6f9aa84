using ChatAuth.Channels.Sending;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Sending;

internal sealed class LinesTests
{
    private static readonly TimeSpan Start = TimeSpan.Zero;

    private Lines<long, ChatPace> _lines = null!;

    [SetUp]
    public void Open() => _lines = new Lines<long, ChatPace>(chat => new ChatPace(chat, PaceLimits.Telegram));

    [Test]
    public async Task Turn_goes_to_the_next_in_the_order_of_coming()
    {
        var line = await _lines.EnterAsync(1, Start, default);
        var (second, third) = (_lines.EnterAsync(1, Start, default), _lines.EnterAsync(1, Start, default));

        _lines.Leave(line);

        Assert.That(await second, Is.SameAs(line));
        Assert.That(third.IsCompleted, Is.False);
    }

    [Test]
    public async Task One_that_gave_up_is_passed_over()
    {
        var line = await _lines.EnterAsync(1, Start, default);
        using var impatience = new CancellationTokenSource();
        var (second, third) = (_lines.EnterAsync(1, Start, impatience.Token), _lines.EnterAsync(1, Start, default));

        await impatience.CancelAsync();
        _lines.Leave(line);

        Assert.That(await third, Is.SameAs(line));
        Assert.That(() => second, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Chats_do_not_wait_for_each_other()
    {
        await _lines.EnterAsync(1, Start, default);

        Assert.That(_lines.EnterAsync(2, Start, default).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task Lines_of_quiet_chats_are_dropped()
    {
        for (var chat = 1; chat <= 10_000; chat++)
        {
            var now = TimeSpan.FromSeconds(chat);
            var line = await _lines.EnterAsync(chat, now, default);
            line.Pace.Take(now);
            _lines.Leave(line);
        }

        Assert.That(_lines.Count, Is.AtMost(64));
    }

    [Test]
    public async Task Lines_of_busy_chats_are_kept()
    {
        for (var chat = 1; chat <= 1_000; chat++) await _lines.EnterAsync(chat, TimeSpan.FromHours(chat), default);

        Assert.That(_lines.Count, Is.EqualTo(1_000));
    }
}
