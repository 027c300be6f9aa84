using ChatAuth.Cli.Chat;
using Microsoft.Extensions.AI;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ChatTranscriptTests
{
    [Test]
    public void Message_to_send_stands_last()
    {
        var transcript = new ChatTranscript();
        transcript.Add("one", "answer");

        var messages = transcript.With("two");

        Assert.That(messages.Select(message => (message.Role, message.Text)), Is.EqualTo(new[]
        {
            (ChatRole.User, "one"), (ChatRole.Assistant, "answer"), (ChatRole.User, "two"),
        }));
    }

    [Test]
    public void Oldest_messages_go_first()
    {
        var transcript = new ChatTranscript();
        for (var i = 0; i < 30; i++) transcript.Add($"asked {i}", $"answer {i}");

        var messages = transcript.With("now");

        Assert.That(messages, Has.Count.EqualTo(ChatTranscript.Kept + 1));
        Assert.That(messages[0].Text, Is.EqualTo("asked 10"));
    }
}
