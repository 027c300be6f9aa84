namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineEditorNoticeTests
{
    [Test]
    public void Notice_is_written_above_the_line_that_is_typed()
    {
        var person = new TypingSession().Start();
        person.Type("abc");
        person.Press(Keys.Left);

        person.Editor.WriteAbove("first\nsecond");

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "first", "second", "> abc" }));
        Assert.That(person.Cursor, Is.EqualTo(2));
    }

    [Test]
    public void Notice_after_the_line_is_just_written()
    {
        var person = new TypingSession().Start();
        person.Type("abc\r");

        person.Editor.WriteAbove("notice\n");

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> abc", "notice", "" }));
    }

    [Test]
    public async Task Notices_from_other_threads_never_tear_the_line()
    {
        var person = new TypingSession().Start();

        var notices = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++) person.Editor.WriteAbove("notice");
        })).ToArray();
        person.Type("0123456789");
        await Task.WhenAll(notices);

        Assert.That(person.Screen.Rows, Is.EqualTo(Enumerable.Repeat("notice", 200).Append("> 0123456789")));
    }
}
