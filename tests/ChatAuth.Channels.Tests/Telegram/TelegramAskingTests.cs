using ChatAuth.Channels.Telegram;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Moq;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramAskingTests
{
    private static readonly TelegramPlace s_place = new(42, null, true);

    private static readonly CommandContext s_context = new()
    {
        Asker = new Asker(new Person("telegram", 42), new SessionKey("telegram", "7", "42"), IsPrivate: true),
        Cause = new ChangeCause("telegram:7:m:42:1"),
    };

    private FakeTime _time = null!;
    private Mock<IChatAuth> _chatAuth = null!;
    private ScriptedSender _sender = null!;
    private TelegramAsking _asking = null!;

    [SetUp]
    public void SetUp()
    {
        _time = new FakeTime();
        _chatAuth = new Mock<IChatAuth>();
        _sender = new ScriptedSender(_time);
        var delivery = new TelegramDelivery(_chatAuth.Object, _sender, new TelegramIdentity(_sender));
        _asking = new TelegramAsking(_chatAuth.Object, _sender, delivery, new TelegramChannelOptions(), _time);
    }

    [Test]
    public void Failure_ends_the_typing_and_is_the_caller_s()
    {
        Answers().ThrowsAsync(new InvalidOperationException());

        Assert.That(async () => await Ask("hello"), Throws.InvalidOperationException);
        var shown = _sender.Sent.Count;
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(_sender.Sent, Has.Count.EqualTo(shown));
    }

    [Test]
    public async Task Failure_does_not_hold_up_the_next_question()
    {
        Answers().ThrowsAsync(new InvalidOperationException());
        var failing = Ask("hello");
        await ((Task)failing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Answers().ReturnsAsync(new AskResult.Refused(new CommandReply.Help()));

        await Ask("again");

        Assert.That(_sender.Sent.Select(sent => sent.Request).OfType<TelegramRequest.SendMessage>(), Is.Not.Empty);
    }

    private Moq.Language.Flow.ISetup<IChatAuth, Task<AskResult>> Answers() => _chatAuth.Setup(chatAuth => chatAuth.AskAsync(
        It.IsAny<CommandContext>(), It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<AskChoice?>(), It.IsAny<CancellationToken>()));

    private Task Ask(string text) => _asking.AskAsync(s_context, s_place, null, new HandleResult.AskModel(text, null), default);
}
