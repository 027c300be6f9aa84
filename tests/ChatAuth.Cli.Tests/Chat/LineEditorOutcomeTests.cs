using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineEditorOutcomeTests
{
    [TestCase('\r')]
    [TestCase('\n')]
    public async Task Line_break_typed_or_pasted_enters_the_line(char lineBreak)
    {
        var person = new TypingSession().Start();

        person.Type("hello" + lineBreak);

        Assert.That(await person.Reading, Is.EqualTo(new LineResult.Line("hello")));
    }

    [Test]
    public void Entered_line_stays_whole_on_the_screen_however_long()
    {
        var person = new TypingSession(columns: 12).Start();

        person.Type("0123456789abcdefghij");
        person.Press(Keys.Home, Keys.Enter);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> 0123456789", "abcdefghij", "" }));
    }

    [Test]
    public void Control_C_clears_a_line_that_has_text()
    {
        var person = new TypingSession().Start();

        person.Type("abc");
        person.Press(Keys.Control('C'));

        Assert.That((person.Line, person.Cursor, person.Reading.IsCompleted), Is.EqualTo(("", 0, false)));
    }

    [Test]
    public async Task Control_C_on_an_empty_line_cancels()
    {
        var person = new TypingSession().Start();

        person.Press(Keys.Control('C'));

        Assert.That(await person.Reading, Is.EqualTo(new LineResult.Cancelled()));
    }

    [Test]
    public async Task Control_D_on_an_empty_line_ends_the_input()
    {
        var person = new TypingSession().Start();

        person.Press(Keys.Control('D'));

        Assert.That(await person.Reading, Is.EqualTo(new LineResult.EndOfInput()));
    }

    [Test]
    public async Task Terminal_that_is_gone_ends_the_input()
    {
        var person = new TypingSession().Start();

        person.Type("abc");
        person.Press(default(ConsoleKeyInfo));

        Assert.That(await person.Reading, Is.EqualTo(new LineResult.EndOfInput()));
    }

    [Test]
    public void Waiting_can_be_given_up_and_leaves_a_fresh_row()
    {
        using var giveUp = new CancellationTokenSource();
        var person = new TypingSession().Start(giveUp.Token);

        person.Type("abc");
        giveUp.Cancel();

        Assert.That(async () => await person.Reading, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> abc", "" }));
    }

    [Test]
    public void Control_C_is_a_key_only_while_a_line_is_read()
    {
        var person = new TypingSession().Start();

        var during = person.Captured;
        person.Press(Keys.Enter);

        Assert.That((during, person.Captured), Is.EqualTo((true, false)));
    }
}
