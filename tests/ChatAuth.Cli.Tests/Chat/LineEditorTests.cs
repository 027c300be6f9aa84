using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineEditorTests
{
    [Test]
    public void Typing_shows_each_character_and_the_cursor_behind_it()
    {
        var person = new TypingSession().Start();

        person.Type("日a");

        Assert.That((person.Screen.Line, person.Cursor), Is.EqualTo(("> 日a", 3)));
    }

    [Test]
    public void Edits_are_drawn_where_they_happen()
    {
        var person = new TypingSession().Start();

        person.Type("ac😀");
        person.Press(Keys.Left, Keys.Left);
        person.Type("b");

        Assert.That((person.Line, person.Cursor), Is.EqualTo(("abc😀", 2)));
    }

    [Test]
    public void Long_line_scrolls_within_its_row()
    {
        var person = new TypingSession(columns: 12).Start();

        person.Type("0123456789abcdefghij");

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> <ghij" }));
        Assert.That(person.Cursor, Is.EqualTo(5));
    }

    [Test]
    public void Prompt_gives_way_on_a_screen_that_is_too_narrow_for_it()
    {
        var person = new TypingSession(columns: 8).Start();

        person.Type("abc");

        Assert.That(person.Screen.Line, Is.EqualTo("abc"));
    }

    [Test]
    public void Control_L_redraws_on_a_cleared_screen()
    {
        var person = new TypingSession().Start();
        person.Enter("one");

        person.Type("two");
        person.Press(Keys.Left, Keys.Control('L'));

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> two", "" }));
        Assert.That(person.Cursor, Is.EqualTo(2));
    }

    [Test]
    public void Escape_and_unknown_keys_do_nothing()
    {
        var person = new TypingSession().Start();

        person.Type("ab");
        person.Press(Keys.Escape, Keys.Of(ConsoleKey.F1), Keys.Alt('X'), Keys.Control('Z'));

        Assert.That((person.Line, person.Cursor), Is.EqualTo(("ab", 2)));
    }

    [Test]
    public async Task Pasted_control_and_bidi_characters_are_left_out()
    {
        var person = new TypingSession().Start();

        person.Type("a\u009b\u202eb\u2066\u0001c\r");

        Assert.That(await person.Reading, Is.EqualTo(new LineResult.Line("abc")));
    }

    [Test]
    public void Up_and_down_walk_the_history_and_come_back_to_the_draft()
    {
        var person = new TypingSession().Start();
        person.Enter("one");
        person.Enter("two");

        person.Type("dra");
        person.Press(Keys.Up, Keys.Up);
        var oldest = person.Line;
        person.Press(Keys.Down, Keys.Down);

        Assert.That((oldest, person.Line, person.Cursor), Is.EqualTo(("one", "dra", 3)));
    }

    [Test]
    public void Line_that_holds_a_secret_does_not_come_back()
    {
        var person = new TypingSession(history: new(keeps: line => !line.StartsWith("sk-", StringComparison.Ordinal))).Start();
        person.Enter("sk-ant-api03-FAKE");

        person.Press(Keys.Up);

        Assert.That(person.Line, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Prompt_is_coloured_only_on_request(bool colour)
    {
        var person = new TypingSession(colour: colour).Start();

        person.Type("abc");

        Assert.That(person.Screen.Sent.ToString().Contains("\e[1;36m> \e[0mabc", StringComparison.Ordinal), Is.EqualTo(colour));
        Assert.That(person.Screen.Sent.ToString().Contains('m'), Is.EqualTo(colour));
    }
}
