using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using static ChatAuth.Cli.Tests.Chat.ChatSamples;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class JsonChatOutputTests
{
    private static readonly ChatArguments s_json = new(false, Json: true, SessionKey.Terminal("t1"), null, default);

    [Test]
    public async Task Every_reply_and_answer_is_one_object_a_line()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Replies["/model status"] = Handled(Status);
        chat.ChatAuth.Updates = [new AskUpdate.Noticed(PayerNotice), Part("two\n"), Part("lines"), Completed];

        await chat.RunAsync("/model status\nhello\n", s_json);

        var objects = Parse(chat.Output);
        Assert.That(objects.Select(json => json.GetProperty("kind").GetString()), Is.EqualTo(new[] { "status", "answer" }));
        Assert.That(objects[1].GetProperty("text").GetString(), Is.EqualTo("two\nlines"));
        Assert.That(objects[1].GetProperty("served").GetProperty("profile").GetString(), Is.EqualTo("anthropic:work"));
        Assert.That(objects[1].GetProperty("notices").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Refusal_carries_its_code_and_what_was_told_before_it()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Noticed(PayerNotice), new AskUpdate.Refused(Failed(ErrorCode.PinExpired))];

        await chat.RunAsync("hello", s_json);

        var json = Parse(chat.Output).Single();
        Assert.That(json.GetProperty("kind").GetString(), Is.EqualTo("refused"));
        Assert.That(json.GetProperty("code").GetString(), Is.EqualTo("pin-expired"));
        Assert.That(json.GetProperty("notices").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_that_broke_off_keeps_its_part()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("So far"), new AskUpdate.BrokeOff(Failed(ErrorCode.VendorUnavailable))];

        await chat.RunAsync("hello", s_json);

        Assert.That(Parse(chat.Output).Single().GetProperty("part").GetString(), Is.EqualTo("So far"));
    }

    [Test]
    public async Task Ignored_message_is_an_object_too()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Replies["hello"] = new HandleResult.Ignored();

        await chat.RunAsync("hello\n", s_json);

        Assert.That(chat.Output, Is.EqualTo("{\"kind\":\"ignored\"}\n"));
    }

    private static List<JsonElement> Parse(string output) =>
        [.. output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
}
