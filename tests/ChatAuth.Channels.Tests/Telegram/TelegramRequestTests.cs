using System.Text.Json;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Requests as they are written, against the Bot API's own description.</summary>
internal sealed class TelegramRequestTests
{
    private static readonly TelegramKeyboard Buttons = new([[new("Pin") { CallbackData = "token" }, new("Docs") { Url = "https://example.com" }]]);

    private static IEnumerable<TelegramRequest> Requests =>
    [
        new TelegramRequest.GetMe(),
        new TelegramRequest.GetUpdates(null, 100, 50, ["message"]),
        new TelegramRequest.GetUpdates(7, 100, 50, ["message", "callback_query"]),
        new TelegramRequest.SetWebhook("https://example.com/telegram", "FAKE-secret", ["message"], 40),
        new TelegramRequest.DeleteWebhook(),
        new TelegramRequest.GetMyCommands(new("default")),
        new TelegramRequest.SetMyCommands([new("model", "Choose the model")], new("all_private_chats")),
        new TelegramRequest.SendMessage(-1_003_737_373_737, "hi"),
        new TelegramRequest.SendMessage(1, "hi") { MessageThreadId = 3, Entities = [new("code", 0, 2)], ReplyParameters = new(9), ReplyMarkup = Buttons },
        new TelegramRequest.EditMessageText(1, 2, "hi"),
        new TelegramRequest.EditMessageText(1, 2, "hi") { Entities = [new("code", 0, 2)], ReplyMarkup = Buttons },
        new TelegramRequest.AnswerCallbackQuery("1"),
        new TelegramRequest.AnswerCallbackQuery("1") { Text = "Too old", ShowAlert = true },
        new TelegramRequest.DeleteMessage(1, 2),
        new TelegramRequest.SendChatAction(1, "typing"),
        new TelegramRequest.SendChatAction(1, "typing") { MessageThreadId = 3 },
    ];

    [TestCaseSource(nameof(Requests))]
    public void Parameters_are_those_of_the_method(TelegramRequest request)
    {
        var spec = RequestSpec.Read();

        var body = JsonElement.Parse(TelegramJson.BodyOf(request));

        Assert.That(spec.FaultsOf(request.Method, body), Is.Empty);
    }

    [Test]
    public void Every_request_is_tried()
    {
        var kinds = typeof(TelegramRequest).GetNestedTypes();

        Assert.That(Requests.Select(request => request.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void Spec_finds_what_is_missing_unknown_or_of_another_type()
    {
        var spec = RequestSpec.Read();

        var faults = spec.FaultsOf("sendMessage", JsonElement.Parse("""{"chat_id":1.5,"txt":"hi"}"""));

        Assert.That(faults, Is.EqualTo(new[] { "sendMessage.text is missing", "sendMessage.chat_id has the wrong type", "sendMessage.txt is unknown" }));
    }
}
