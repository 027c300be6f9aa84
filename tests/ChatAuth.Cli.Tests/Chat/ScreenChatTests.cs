using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using static ChatAuth.Cli.Tests.Chat.ChatSamples;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class ScreenChatTests
{
    private static readonly ConsoleKeyInfo s_end = Keys.Control('D');

    [Test]
    public void Banner_says_where_one_is_and_who_pays()
    {
        var person = new ScreenSession().Start(demo: true);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[]
        {
            "Conversation terminal:local:t1 [demo]",
            "opus · Claude Opus 4.5 (anthropic/claude-opus-4-5)",
            "Next: anthropic:work pays (subscription).",
            "/model help shows the commands; Ctrl-D ends.",
            "You>",
        }));
    }

    [Test]
    public void Answer_comes_part_by_part_and_ends_with_who_paid()
    {
        var person = new ScreenSession().Start();
        var seen = "";
        person.ChatAuth.Updates = [Part("Hel"), Part("lo"), Completed];
        person.ChatAuth.DuringAnswer = () => seen = person.Screen.Line;

        person.Enter("hi");

        Assert.That(seen, Is.EqualTo("Hello"));
        Assert.That(person.Screen.Rows.TakeLast(4), Is.EqualTo(new[]
        {
            "You> hi", "Hello", "answered by anthropic/claude-opus-4-5, paid by anthropic:work (subscription)", "You>",
        }));
    }

    [Test]
    public void Control_sequences_of_a_model_do_not_reach_the_screen()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Updates = [Part("a\e]0;title\ab"), Part("\u009bc"), Completed];

        person.Enter("hi");

        Assert.That(person.Screen.Rows, Has.Member("a]0;titlebc"));
    }

    [Test]
    public async Task Control_c_stops_the_answer_and_not_the_chat()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Updates = [Part("So f")];
        person.ChatAuth.Hangs = true;
        person.Enter("hi");

        await person.PressAsync(Keys.Control('C'));

        Assert.That(person.Screen.Rows.TakeLast(3), Is.EqualTo(new[] { "So f", "Stopped.", "You>" }));
        Assert.That(person.Running.IsCompleted, Is.False);
    }

    [Test]
    public async Task What_is_typed_while_an_answer_comes_stands_in_the_next_line()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Updates = [Part("So f")];
        person.ChatAuth.Hangs = true;
        person.Enter("hi");
        person.Type("early");

        await person.PressAsync(Keys.Control('C'));

        Assert.That(person.Screen.Line, Is.EqualTo("You> early"));
    }

    [Test]
    public async Task Control_d_ends_the_chat()
    {
        var person = new ScreenSession().Start();

        person.Press(s_end);

        Assert.That(async () => await person.Running.WaitAsync(TimeSpan.FromSeconds(30)), Throws.Nothing);
    }

    [TestCase("/quit")]
    [TestCase(" /exit ")]
    public async Task Quit_ends_the_chat_and_goes_nowhere(string typed)
    {
        var person = new ScreenSession().Start();

        person.Enter(typed);

        Assert.That(async () => await person.Running.WaitAsync(TimeSpan.FromSeconds(30)), Throws.Nothing);
        Assert.That(person.ChatAuth.Handled.Select(handled => handled.Text), Is.EqualTo(new[] { "/model status" }));
    }

    [Test]
    public void Control_c_on_an_empty_line_says_how_to_end()
    {
        var person = new ScreenSession().Start();

        person.Press(Keys.Control('C'));

        Assert.That(person.Screen.Rows.TakeLast(2), Is.EqualTo(new[] { "Ctrl-D or /quit ends.", "You>" }));
    }

    [Test]
    public void Notice_stands_above_the_line_that_is_typed()
    {
        var person = new ScreenSession().Start();
        person.Type("hel");

        person.Notices.TellAsync(SessionKey.Terminal("t1"), PayerNotice, default);

        Assert.That(person.Screen.Rows.TakeLast(2), Is.EqualTo(new[] { "Another account pays: anthropic:work (subscription).", "You> hel" }));
    }

    [Test]
    public void Notice_waits_for_the_end_of_an_answer()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Updates = [Part("Hel"), Part("lo"), Completed];
        person.ChatAuth.DuringAnswer = () => person.Notices.TellAsync(SessionKey.Terminal("t1"), PayerNotice, default);

        person.Enter("hi");

        Assert.That(person.Screen.Rows.TakeLast(4).Select(row => row.Split(' ')[0]), Is.EqualTo(new[] { "Hello", "answered", "Another", "You>" }));
    }

    [TestCase("secret-in-message")]
    [TestCase("claim-wrong")]
    public void Line_with_a_secret_cannot_be_recalled(string code)
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Replies["sk-ant-api03-FAKE"] = Handled(Failed(ErrorCode.All.Single(known => known.Id == code)));
        person.Enter("sk-ant-api03-FAKE");

        person.Press(Keys.Up);

        Assert.That(person.Screen.Line, Is.EqualTo("You>"));
    }

    [Test]
    public void Other_lines_can_be_recalled()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Replies["/model help"] = Handled(new CommandReply.Help());
        person.Enter("/model help");

        person.Press(Keys.Up);

        Assert.That(person.Screen.Line, Is.EqualTo("You> /model help"));
    }

    [Test]
    public void Names_that_the_person_may_see_are_completed()
    {
        var names = new CompletionNames(
            [new CatalogModel(Opus.Ref, ["opus"])], [ProfileId.Parse("anthropic:work")], Opus.Ref.Provider);
        var person = new ScreenSession().Start(names: names);
        person.Type("/model opus@");

        person.Press(Keys.Tab);

        Assert.That(person.Screen.Line, Is.EqualTo("You> /model opus@work"));
    }

    [Test]
    public void Styles_are_sent_only_where_colours_are_wanted()
    {
        var plain = new ScreenSession().Start();
        var coloured = new ScreenSession().Start(colour: true);

        Assert.That(plain.Screen.Sent.ToString(), Does.Not.Contain("\e[1m"));
        Assert.That(coloured.Screen.Sent.ToString(), Does.Contain("\e[1mopus\e[0m"));
    }

    [Test]
    public void Message_that_nobody_answers_is_remarked()
    {
        var person = new ScreenSession().Start();
        person.ChatAuth.Replies["hi"] = new HandleResult.Ignored();

        person.Enter("hi");

        Assert.That(person.Screen.Rows.TakeLast(2), Is.EqualTo(new[] { "(no reply)", "You>" }));
    }

    [Test]
    public void Person_at_the_terminal_is_the_operator()
    {
        var person = new ScreenSession().Start();

        var asker = person.ChatAuth.Handled[0].Context.Asker;

        Assert.That(asker, Is.EqualTo(new Asker(Person.Operator, SessionKey.Terminal("t1"), IsPrivate: true, IsOperator: true)));
    }
}
