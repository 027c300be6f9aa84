using ChatAuth.Channels.Telegram;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using Moq;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramTapsTests
{
    private static readonly CommandContext s_context = new()
    {
        Asker = new Asker(new Person("telegram", 42), new SessionKey("telegram", "7", "42"), IsPrivate: true),
        Cause = new ChangeCause("telegram:7:t:1"),
    };

    private Mock<IChatAuth> _chatAuth = null!;
    private ScriptedSender _sender = null!;
    private TelegramTaps _taps = null!;

    [SetUp]
    public void SetUp()
    {
        var time = new FakeTime();
        _chatAuth = new Mock<IChatAuth>();
        _sender = new ScriptedSender(time);
        var delivery = new TelegramDelivery(_chatAuth.Object, _sender, new TelegramIdentity(_sender));
        _taps = new TelegramTaps(
            _chatAuth.Object, _sender, delivery, new TelegramAsking(_chatAuth.Object, _sender, delivery, new TelegramChannelOptions(), time));
    }

    [Test]
    public async Task Refusal_is_an_alert_and_no_message()
    {
        Replies(new CommandReply.Failed(ErrorCode.NothingAsked));

        await TapAsync();

        Assert.That(Messages, Is.Empty);
    }

    [Test]
    public async Task Refusal_is_a_message_where_no_alert_is_shown_any_more()
    {
        Replies(new CommandReply.Failed(ErrorCode.NothingAsked));
        _sender.Answers(new TelegramAnswer.Refused(400, "Bad Request: query is too old"));

        await TapAsync();

        Assert.That(Messages.Single().Text, Does.Contain("nothing-asked"));
    }

    [Test]
    public async Task Change_that_came_with_a_refusal_is_told_in_a_message()
    {
        Replies(new CommandReply.Failed(ErrorCode.ChoiceMoved) { Notices = [new Notice.ModelFellBack(Model("opus"), Model("sonnet"), ErrorCode.NobodyEligible)] });

        await TapAsync();

        Assert.That(Messages.Single().Text, Does.Contain("sonnet").And.Contain("choice-moved"));
    }

    [Test]
    public async Task Question_about_an_open_attempt_is_a_message()
    {
        Replies(new CommandReply.Failed(ErrorCode.AttemptOpen));

        await TapAsync();

        Assert.That(Messages.Single().Text, Does.Contain("attempt-open"));
    }

    private static ShownModel Model(string name) => new(ModelRef.Parse($"anthropic/{name}"), name, name);

    private IEnumerable<TelegramRequest.SendMessage> Messages => _sender.Sent.Select(sent => sent.Request).OfType<TelegramRequest.SendMessage>();

    private void Replies(CommandReply reply) => _chatAuth
        .Setup(chatAuth => chatAuth.TapAsync(s_context, "token", It.IsAny<CancellationToken>())).ReturnsAsync(new HandleResult.Handled(reply));

    private Task TapAsync() =>
        _taps.TapAsync(new TelegramEvent.Tapped(s_context, "token", "callback", new TelegramPlace(42, null, true), 5), default);
}
