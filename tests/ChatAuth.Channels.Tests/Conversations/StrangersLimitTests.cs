using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Conversations;

internal sealed class StrangersLimitTests
{
    private static readonly CommandReply s_denied = new CommandReply.Failed(ErrorCode.RightMissing);
    private static readonly Person s_stranger = new("telegram", 666);

    private FakeTime _time = null!;
    private StrangersLimit _limit = null!;

    [SetUp]
    public void SetUp() => _limit = new StrangersLimit(_time = new FakeTime());

    [Test]
    public void Stranger_is_told_once_a_day()
    {
        bool[] today = [_limit.Admits(s_stranger, s_denied), _limit.Admits(s_stranger, s_denied)];
        _time.Advance(TimeSpan.FromDays(1));
        bool[] tomorrow = [_limit.Admits(s_stranger, s_denied), _limit.Admits(s_stranger, s_denied)];

        Assert.That(today, Is.EqualTo(new[] { true, false }));
        Assert.That(tomorrow, Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Strangers_do_not_use_up_each_other_s_telling()
    {
        _limit.Admits(s_stranger, s_denied);

        Assert.That(_limit.Admits(new Person("telegram", 667), s_denied));
    }

    [Test]
    public void Claims_that_cannot_succeed_are_refused_aloud_once_a_day()
    {
        ErrorCode[] codes = [ErrorCode.ClaimTriesUsedUp, ErrorCode.ClaimInPublic];

        var admitted = codes.SelectMany(code => new[] { _limit.Admits(s_stranger, new CommandReply.Failed(code)), _limit.Admits(s_stranger, new CommandReply.Failed(code)) });

        Assert.That(admitted, Is.EqualTo(new[] { true, false, true, false }));
    }

    [Test]
    public void Other_replies_are_not_limited()
    {
        CommandReply[] replies = [new CommandReply.Help(), new CommandReply.Failed(ErrorCode.ModelUnknown), new CommandReply.Failed(ErrorCode.ClaimWrong)];

        Assert.That(replies.SelectMany(reply => new[] { _limit.Admits(s_stranger, reply), _limit.Admits(s_stranger, reply) }), Is.All.True);
    }

    [Test]
    public void Crowd_is_told_nothing_any_more_until_tomorrow()
    {
        for (var number = 1; number <= 10_000; number++) _limit.Admits(new Person("telegram", number), s_denied);

        Assert.That(_limit.Admits(new Person("telegram", 20_000), s_denied), Is.False);
    }
}
