using ChatAuth.Channels.Telegram;
using ChatAuth.Core;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Moq;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramMovesTests
{
    private static readonly TelegramEvent.Migrated s_news = new(Key("-100"), Key("-1001"));

    private FakeTime _time = null!;
    private Mock<IChatAuth> _chatAuth = null!;
    private TelegramMoves _moves = null!;

    [SetUp]
    public void SetUp()
    {
        _time = new FakeTime();
        _chatAuth = new Mock<IChatAuth>();
        var sender = new ScriptedSender(_time);
        _moves = new TelegramMoves(new TelegramDelivery(_chatAuth.Object, sender, new TelegramIdentity(sender)), _time, null);
    }

    [Test]
    public async Task Move_waits_for_a_database_that_does_not_answer()
    {
        _chatAuth.SetupSequence(chatAuth => chatAuth.MovedAsync(s_news.From, s_news.To, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseUnavailable)).ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseUnavailable)).ReturnsAsync(MoveOutcome.Moved);

        var moved = _moves.MoveAsync(s_news, default);
        var waiting = _moves.Announced;
        await _time.SomebodyWaitsAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        var afterOne = waiting.IsCompleted;
        await _time.SomebodyWaitsAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        await moved;
        await waiting;

        Assert.That(afterOne, Is.False);
    }

    [Test]
    public async Task Move_that_was_given_up_holds_up_nobody_for_ever()
    {
        _chatAuth.Setup(chatAuth => chatAuth.MovedAsync(s_news.From, s_news.To, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseUnavailable));
        using var caller = new CancellationTokenSource();
        var moved = _moves.MoveAsync(s_news, caller.Token);

        await caller.CancelAsync();

        Assert.That(async () => await moved, Throws.InstanceOf<OperationCanceledException>());
        await _moves.Announced;
    }

    [Test]
    public async Task Fault_that_does_not_go_by_itself_holds_up_nobody()
    {
        _chatAuth.SetupSequence(chatAuth => chatAuth.MovedAsync(s_news.From, s_news.To, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ChatAuthException(ErrorCode.DatabaseDamaged)).ReturnsAsync(MoveOutcome.Moved);

        var moved = _moves.MoveAsync(s_news, default);
        await _moves.Announced;
        var isMoved = moved.IsCompleted;
        await _time.SomebodyWaitsAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        await moved;

        Assert.That(isMoved, Is.False);
    }

    [Test]
    public async Task Moves_go_one_after_another()
    {
        var first = new TaskCompletionSource<MoveOutcome>();
        _chatAuth.SetupSequence(chatAuth => chatAuth.MovedAsync(It.IsAny<SessionKey>(), It.IsAny<SessionKey>(), It.IsAny<CancellationToken>()))
            .Returns(first.Task).ReturnsAsync(MoveOutcome.Moved);
        _ = _moves.MoveAsync(s_news, default);

        var second = _moves.MoveAsync(new TelegramEvent.Migrated(Key("-200"), Key("-2001")), default);
        _chatAuth.Verify(chatAuth => chatAuth.MovedAsync(Key("-200"), It.IsAny<SessionKey>(), It.IsAny<CancellationToken>()), Times.Never);
        first.SetResult(MoveOutcome.Moved);
        await second;

        await _moves.Announced;
    }

    private static SessionKey Key(string chat) => new("telegram", "7", chat);
}
