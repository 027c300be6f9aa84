using ChatAuth.Channels.Terminal;
using ChatAuth.Channels.Tests.Text;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Terminal;

internal sealed class TerminalChannelTests
{
    [Test]
    public void Without_colours_it_is_the_plain_text()
    {
        var reply = SampleReplies.All["status"];

        Assert.That(TerminalChannel.Render(reply, colour: false), Is.EqualTo(reply.ToPlainText()));
    }

    [Test]
    public void Colours_are_given_back_within_their_line()
    {
        var lines = TerminalChannel.Render(SampleReplies.All["status"], colour: true).Split('\n');

        Assert.That(lines[0], Does.StartWith("\e[1mCurrent: \e[0m"));
        Assert.That(lines.Where(line => line.Contains('\e')), Has.All.Contains("\e[0m"));
    }

    [Test]
    public void Banner_names_the_conversation_the_demo_and_who_pays()
    {
        var banner = TerminalBanner.Render(SessionKey.Terminal("main"), SampleReplies.All["status"], demo: true, colour: false);

        Golden.Matches("banner", banner);
    }

    [Test]
    public void Banner_without_a_status_has_the_hint_alone()
    {
        var banner = TerminalBanner.Render(SessionKey.Terminal("t1"), new CommandReply.Help(), demo: false, colour: false);

        Assert.That(banner, Is.EqualTo("Conversation terminal:local:t1\n/model help shows the commands; Ctrl-D ends."));
    }
}
