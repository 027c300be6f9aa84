using ChatAuth.Cli.Chat;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Sessions;
using Moq;
using static ChatAuth.Cli.Tests.Chat.ChatSamples;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ConversationTests
{
    [Test]
    public async Task Stopped_answer_is_not_sent_along_with_the_next_message()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new StringWriter();
        var chatAuth = new ScriptedChatAuth { Updates = [Part("So f"), Completed], DuringAnswer = stop.Cancel };
        var seat = ChatSeat.Of(new ChatArguments(false, false, SessionKey.Terminal("t1"), null, default));
        var conversation = new Conversation(chatAuth, new(seat, "run", Mock.Of<TimeProvider>()), new PlainOutput(output));
        Assert.That(async () => await conversation.SayAsync("one", stop.Token), Throws.InstanceOf<OperationCanceledException>());

        await conversation.SayAsync("two", default);

        Assert.That(chatAuth.Asked[1].Select(message => message.Text), Is.EqualTo(new[] { "two" }));
    }
}
