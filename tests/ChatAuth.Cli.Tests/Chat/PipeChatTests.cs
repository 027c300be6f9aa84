using System.Text;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using static ChatAuth.Cli.Tests.Chat.ChatSamples;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class PipeChatTests
{
    [Test]
    public async Task Replies_and_answers_are_plain_paragraphs()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Replies["/model claim X"] = Handled(Failed(ErrorCode.ClaimWrong));
        chat.ChatAuth.Updates = [Part("Hel"), Part("lo\n"), Completed];

        await chat.RunAsync("/model claim X\nhello\n");

        Assert.That(chat.Output, Is.EqualTo(
            """
            That code is not valid.
            Try: chatauth access claim
            [claim-wrong]

            Hello
            (answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription))

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Notice_beside_an_answer_stands_before_it()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Noticed(PayerNotice), Part("Hello"), Completed];

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Does.StartWith("Another account pays: anthropic:work (subscription).\nHello\n"));
    }

    [Test]
    public async Task Empty_answer_is_its_receipt_alone()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Completed];

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Is.EqualTo("(answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription))\n"));
    }

    [Test]
    public async Task Refused_message_gets_its_reply()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Refused(Failed(ErrorCode.NobodyEligible))];

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Does.EndWith("[nobody-eligible]\n"));
    }

    [Test]
    public async Task Answer_that_broke_off_is_shown_as_far_as_it_came()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("So far"), new AskUpdate.BrokeOff(Failed(ErrorCode.VendorUnavailable))];

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Does.StartWith("So far\nThe vendor cannot serve now."));
    }

    [Test]
    public async Task Control_sequences_of_a_model_do_not_get_out()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("a\e]52;c;FAKE"), Part("\a\u009b2Jb\u202E\tc"), Completed];

        await chat.RunAsync("hello");

        Assert.That(chat.Output.Split('\n')[0], Is.EqualTo("a]52;c;FAKE2Jb\tc"));
    }

    [Test]
    public async Task Ignored_message_gets_nothing()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Replies["/other"] = new HandleResult.Ignored();

        await chat.RunAsync("/other\n");

        Assert.That(chat.Output, Is.Empty);
    }

    [Test]
    public async Task Lines_behind_quit_are_not_read()
    {
        var chat = new PipedChat();

        await chat.RunAsync("\n  \n/quit\nhello\n");

        Assert.That(chat.ChatAuth.Handled, Is.Empty);
    }

    [Test]
    public async Task Invalid_utf8_is_handled_as_any_text()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("ok"), Completed];

        await chat.RunAsync(new StreamReader(new MemoryStream([0xFF, 0xC3, 0x28, (byte)'\n', 0xED, 0xA0, 0x80])));

        Assert.That(chat.ChatAuth.Handled.Select(handled => handled.Text), Is.EqualTo(new[] { "\uFFFD\uFFFD(", "\uFFFD\uFFFD\uFFFD" }));
    }

    [Test]
    public async Task Long_line_is_passed_whole()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("ok"), Completed];
        var line = new StringBuilder().Append('x', 200_000).ToString();

        await chat.RunAsync(line);

        Assert.That(chat.ChatAuth.Handled.Single().Text, Is.EqualTo(line));
    }

    [Test]
    public async Task Earlier_messages_are_sent_with_the_next()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("answer"), Completed];

        await chat.RunAsync("one\ntwo\n");

        Assert.That(chat.ChatAuth.Asked[1].Select(message => message.Text), Is.EqualTo(new[] { "one", "answer", "two" }));
    }

    [Test]
    public async Task Every_message_has_a_cause_of_its_own()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("answer"), Completed];

        await chat.RunAsync("one\ntwo\n");
        await chat.RunAsync("three\n");

        Assert.That(chat.ChatAuth.Handled.Select(handled => handled.Context.Cause), Is.Unique);
        Assert.That(chat.ChatAuth.Handled.Select(handled => handled.Context.Cause.Text), Has.All.StartsWith("terminal:local:"));
    }

    [Test]
    public async Task Message_is_sent_now_and_to_no_other_bot()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Completed];

        await chat.RunAsync("hello");

        Assert.That(chat.ChatAuth.Handled[0].Context.SentAt, Is.EqualTo(chat.Now));
        Assert.That(chat.ChatAuth.Handled[0].Context.IsOnlyBot, Is.True);
    }

    [Test]
    public async Task Notice_for_this_conversation_is_a_paragraph()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Completed];
        chat.ChatAuth.DuringAnswer = () => chat.Notices.TellAsync(SessionKey.Terminal("t1"), PayerNotice, default);

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Does.StartWith("Another account pays: anthropic:work (subscription).\n\n"));
    }

    [Test]
    public async Task Notice_for_another_conversation_is_not_shown()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Completed];
        chat.ChatAuth.DuringAnswer = () => chat.Notices.TellAsync(SessionKey.Terminal("other"), PayerNotice, default);

        await chat.RunAsync("hello");

        Assert.That(chat.Output, Does.Not.Contain("Another account"));
    }
}
