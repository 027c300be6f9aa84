using System.Net;
using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>What the bot's own client is asked to send, and what its failures come to.</summary>
internal sealed class LibrarySenderTests
{
    private static readonly TelegramRequest.SendMessage s_hi = new(21, "hi");

    private Mock<ITelegramBotClient> _client = null!;
    private LibrarySender _sender = null!;

    [SetUp]
    public async Task Open()
    {
        _client = new(MockBehavior.Strict);
        _client.SetupGet(client => client.BotId).Returns(7);
        _sender = new(new ServiceCollection().BuildServiceProvider());
        await _sender.UseAsync(_client.Object);
    }

    [Test]
    public async Task Message_is_sent_with_all_that_it_has()
    {
        SendMessageRequest? sent = null;
        Answers<SendMessageRequest, Message>(request => sent = request, new Message { Id = 5, Date = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Chat = new Chat { Id = 21, Type = ChatType.Private } });

        var answer = await _sender.SendAsync(s_hi with
        {
            MessageThreadId = 3,
            Entities = [new TelegramEntity("code", 0, 2)],
            ReplyParameters = new TelegramReply(4),
            ReplyMarkup = new TelegramKeyboard([[new TelegramButton("Yes") { CallbackData = "FAKE" }, new TelegramButton("More") { Url = "https://t.me/bot" }]]),
        }, default);

        Assert.That((sent!.ChatId.Identifier, sent.Text, sent.MessageThreadId, sent.LinkPreviewOptions!.IsDisabled), Is.EqualTo((21L, "hi", 3, true)));
        Assert.That((sent.ReplyParameters!.MessageId, sent.ReplyParameters.AllowSendingWithoutReply), Is.EqualTo((4, true)));
        Assert.That(sent.Entities!.Select(entity => (entity.Type, entity.Offset, entity.Length)), Is.EqualTo(new[] { (MessageEntityType.Code, 0, 2) }));
        Assert.That(((InlineKeyboardMarkup)sent.ReplyMarkup!).InlineKeyboard.Single().Select(button => (button.Text, button.CallbackData, button.Url)), Is.EqualTo(new[]
        {
            ("Yes", "FAKE", (string?)null), ("More", null, "https://t.me/bot"),
        }));
        Assert.That(((TelegramAnswer.Done)answer).Result.GetProperty("date").GetInt64(), Is.EqualTo(1767225600));
    }

    [Test]
    public async Task Edit_without_buttons_takes_them_away()
    {
        EditMessageTextRequest? sent = null;
        Answers<EditMessageTextRequest, Message>(request => sent = request, new Message { Chat = new Chat { Type = ChatType.Private } });

        await _sender.SendAsync(new TelegramRequest.EditMessageText(21, 5, "done"), default);

        Assert.That((sent!.MessageId, sent.Text, sent.ReplyMarkup), Is.EqualTo((5, "done", (InlineKeyboardMarkup?)null)));
    }

    [Test]
    public async Task Tap_is_answered_with_an_alert()
    {
        AnswerCallbackQueryRequest? sent = null;
        Answers<AnswerCallbackQueryRequest, bool>(request => sent = request, true);

        await _sender.SendAsync(new TelegramRequest.AnswerCallbackQuery("FAKE-tap") { Text = "no", ShowAlert = true }, default);

        Assert.That((sent!.CallbackQueryId, sent.Text, sent.ShowAlert), Is.EqualTo(("FAKE-tap", "no", true)));
    }

    [Test]
    public async Task Bot_and_menus_are_told_as_telegram_tells_them()
    {
        Answers<GetMeRequest, User>(_ => { }, new User { Id = 7, IsBot = true, FirstName = "Bot", Username = "FakeBot" });
        Answers<GetMyCommandsRequest, BotCommand[]>(_ => { }, [new BotCommand("model", "Choose")]);

        var me = (TelegramAnswer.Done)await _sender.SendAsync(new TelegramRequest.GetMe(), default);
        var menu = (TelegramAnswer.Done)await _sender.SendAsync(new TelegramRequest.GetMyCommands(new TelegramScope("all_group_chats")), default);

        Assert.That((me.Result.GetProperty("is_bot").GetBoolean(), me.Result.GetProperty("username").GetString()), Is.EqualTo((true, "FakeBot")));
        Assert.That(menu.Result[0].GetProperty("command").GetString(), Is.EqualTo("model"));
    }

    [Test]
    public async Task Menu_is_written_for_its_scope([Values("default", "all_private_chats", "all_group_chats", "all_chat_administrators")] string scope)
    {
        SetMyCommandsRequest? sent = null;
        Answers<SetMyCommandsRequest, bool>(request => sent = request, true);

        await _sender.SendAsync(new TelegramRequest.SetMyCommands([new TelegramCommand("model", "Choose")], new TelegramScope(scope)), default);

        Assert.That($"{sent!.Scope!.Type}", Is.EqualTo(scope.Replace("_", "")).IgnoreCase);
        Assert.That(sent.Commands.Select(command => (command.Command, command.Description)), Is.EqualTo(new[] { ("model", "Choose") }));
    }

    [Test]
    public async Task What_is_typed_and_what_is_deleted_name_their_place()
    {
        SendChatActionRequest? typed = null;
        DeleteMessageRequest? deleted = null;
        Answers<SendChatActionRequest, bool>(request => typed = request, true);
        Answers<DeleteMessageRequest, bool>(request => deleted = request, true);

        await _sender.SendAsync(new TelegramRequest.SendChatAction(21, "typing") { MessageThreadId = 3 }, default);
        await _sender.SendAsync(new TelegramRequest.DeleteMessage(21, 5), default);

        Assert.That((typed!.Action, typed.MessageThreadId), Is.EqualTo((ChatAction.Typing, 3)));
        Assert.That((deleted!.ChatId.Identifier, deleted.MessageId), Is.EqualTo((21L, 5)));
    }

    [Test]
    public async Task Refusal_keeps_what_telegram_said()
    {
        Fails(new ApiRequestException("Too Many Requests: retry after 7", 429, new ResponseParameters { RetryAfter = 7 }));
        Assert.That(await _sender.SendAsync(s_hi, default), Is.EqualTo(new TelegramAnswer.Refused(429, "Too Many Requests: retry after 7") { RetryAfter = TimeSpan.FromSeconds(7) }));

        Fails(new ApiRequestException("Bad Request: group chat was upgraded", 400, new ResponseParameters { MigrateToChatId = -100 }));
        Assert.That(await _sender.SendAsync(s_hi, default), Is.EqualTo(new TelegramAnswer.Refused(400, "Bad Request: group chat was upgraded") { MigratedTo = -100 }));

        Fails(new ApiRequestException("Forbidden: bot was blocked by the user", 403));
        Assert.That(await _sender.SendAsync(s_hi, default), Is.EqualTo(new TelegramAnswer.Refused(403, "Forbidden: bot was blocked by the user")));
    }

    private static IEnumerable<TestCaseData> Failures =>
    [
        new TestCaseData(new RequestException("No connection", new HttpRequestException(HttpRequestError.ConnectionError)), false).SetArgDisplayNames("no connection"),
        new TestCaseData(new RequestException("Broken", new HttpRequestException(HttpRequestError.ResponseEnded)), true).SetArgDisplayNames("broken off"),
        new TestCaseData(new RequestException("Timed out", new TaskCanceledException()), true).SetArgDisplayNames("timed out"),
        new TestCaseData(new RequestException("No JSON", HttpStatusCode.BadGateway), true).SetArgDisplayNames("no answer of the API's"),
        new TestCaseData(new OperationCanceledException(), true).SetArgDisplayNames("the client's own end"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_tells_whether_it_may_have_arrived(Exception failed, bool arrived)
    {
        Fails(failed);

        Assert.That(await _sender.SendAsync(s_hi, default), Is.EqualTo(new TelegramAnswer.Unreachable(arrived)));
    }

    [Test]
    public void Cancellation_is_no_answer()
    {
        Fails(new OperationCanceledException());

        Assert.That(() => _sender.SendAsync(s_hi, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Nothing_is_sent_before_there_is_a_client() =>
        Assert.That(await new LibrarySender(new ServiceCollection().BuildServiceProvider()).SendAsync(s_hi, default), Is.EqualTo(new TelegramAnswer.Unreachable(false)));

    [Test]
    public async Task Client_of_the_services_is_asked_for_anew_each_time()
    {
        var made = 0;
        var sender = new LibrarySender(new ServiceCollection().AddScoped(_ => Made(ref made)).BuildServiceProvider(validateScopes: true));
        Answers<DeleteMessageRequest, bool>(_ => { }, true);

        await sender.SendAsync(new TelegramRequest.DeleteMessage(21, 5), default);
        await sender.SendAsync(new TelegramRequest.DeleteMessage(21, 6), default);

        Assert.That(made, Is.EqualTo(2));
    }

    [Test]
    public void Another_bots_client_is_refused_and_another_of_the_same_is_not()
    {
        Assert.That(() => _sender.UseAsync(Mock.Of<ITelegramBotClient>(client => client.BotId == 7)), Throws.Nothing);

        Assert.That(() => _sender.UseAsync(Mock.Of<ITelegramBotClient>(client => client.BotId == 8)), Throws.InvalidOperationException);
    }

    [Test]
    public void Bot_of_the_services_is_served_whichever_comes_first()
    {
        var sender = new LibrarySender(new ServiceCollection().AddScoped(_ => _client.Object).BuildServiceProvider(validateScopes: true));

        Assert.That(() => sender.UseAsync(Mock.Of<ITelegramBotClient>(client => client.BotId == 8)), Throws.InvalidOperationException);
        Assert.That(() => sender.UseAsync(Mock.Of<ITelegramBotClient>(client => client.BotId == 7)), Throws.Nothing);
    }

    private ITelegramBotClient Made(ref int made)
    {
        made++;
        return _client.Object;
    }

    private void Answers<TRequest, TResult>(Action<TRequest> sees, TResult result)
        where TRequest : IRequest<TResult> =>
        _client.Setup(client => client.SendRequest(It.Is<IRequest<TResult>>(request => request is TRequest), It.IsAny<CancellationToken>()))
            .Callback((IRequest<TResult> request, CancellationToken _) => sees((TRequest)request)).ReturnsAsync(result);

    private void Fails(Exception failed) => _client.Setup(client => client.SendRequest(It.IsAny<IRequest<Message>>(), It.IsAny<CancellationToken>())).ThrowsAsync(failed);
}
