using ChatAuth.Cli.Chat;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using static ChatAuth.Cli.Tests.Chat.ChatSamples;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ReferenceHintTests
{
    private static readonly CommandReply Referred = new CommandReply.Failed(ErrorCode.RequestRefused) { Reference = "0000000a" };

    private static readonly CommandReply Tested = new CommandReply.Tested(Opus, Work, ErrorCode.VendorRefused, TimeSpan.FromSeconds(1)) { Reference = "0000000b" };

    private static readonly ChatArguments Plain = new(false, false, SessionKey.Terminal("t1"), null, default);

    [Test]
    public async Task First_refusal_with_a_reference_is_followed_by_the_way_to_its_details()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Refused(Referred)];

        await chat.RunAsync("hello\n");

        Assert.That(chat.Output, Does.EndWith($"reference 0000000a\n\n{ReferenceHint.Text}\n"));
    }

    [Test]
    public async Task Answer_that_broke_off_is_such_a_refusal()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [Part("So far"), new AskUpdate.BrokeOff(Referred)];

        await chat.RunAsync("hello\n");

        Assert.That(chat.Output, Does.EndWith($"\n{ReferenceHint.Text}\n"));
    }

    [Test]
    public async Task Failed_test_of_an_account_is_such_a_reply()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Replies["/model test"] = Handled(Tested);

        await chat.RunAsync("/model test\n");

        Assert.That(chat.Output, Does.EndWith($"\n{ReferenceHint.Text}\n"));
    }

    [Test]
    public async Task It_is_said_once()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Refused(Referred)];

        await chat.RunAsync("hello\nhello\n");

        Assert.That(chat.Output.Split(ReferenceHint.Text), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Reply_without_a_reference_needs_no_hint()
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Refused(Failed(ErrorCode.NobodyEligible))];

        await chat.RunAsync("hello\n");

        Assert.That(chat.Output, Does.Not.Contain("--log"));
    }

    [TestCase(false, "chat.log")]
    [TestCase(true, null)]
    public async Task Chat_with_a_log_and_a_script_get_none(bool json, string? log)
    {
        var chat = new PipedChat();
        chat.ChatAuth.Updates = [new AskUpdate.Refused(Referred)];

        await chat.RunAsync("hello\n", Plain with { Json = json, Log = log });

        Assert.That(chat.Output, Does.Contain("0000000a").And.Not.Contain("--log"));
    }

    [Test]
    public void Person_at_a_screen_reads_it_below_the_reply()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Updates = [new AskUpdate.Refused(Referred)];

        person.Enter("hello");

        Assert.That(person.Screen.Rows.TakeLast(3), Is.EqualTo(new[] { "[request-refused] reference 0000000a", ReferenceHint.Text, "You>" }));
    }
}
