using ChatAuth.Channels.Terminal;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineEditorCompletionTests
{
    private static readonly TerminalCandidate[] s_models = [new(0, "opus", "big"), new(0, "opus-mini", "small")];

    [Test]
    public void Tab_inserts_what_the_candidates_share()
    {
        var person = new TypingSession(candidates: s_models).Start();

        person.Type("o");
        person.Press(Keys.Tab);

        Assert.That((person.Line, person.Cursor), Is.EqualTo(("opus", 4)));
    }

    [Test]
    public void Tab_without_candidates_does_nothing()
    {
        var person = new TypingSession().Start();

        person.Type("o");
        person.Press(Keys.Tab, Keys.Tab);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> o" }));
    }

    [Test]
    public void Second_Tab_lists_the_candidates_and_redraws_the_line_below()
    {
        var person = new TypingSession(columns: 20, candidates: s_models).Start();

        person.Type("o");
        person.Press(Keys.Tab, Keys.Tab);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> opus", "opus       big", "opus-mini  small", "> opus" }));
        Assert.That(person.Cursor, Is.EqualTo(4));
    }

    [Test]
    public void Tab_after_another_key_is_a_first_Tab_again()
    {
        var person = new TypingSession(candidates: s_models).Start();

        person.Type("opus");
        person.Press(Keys.Tab, Keys.Escape, Keys.Tab);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> opus" }));
    }

    [Test]
    public void List_leaves_room_for_the_line_on_a_full_screen()
    {
        var many = Enumerable.Range(0, 100).Select(i => new TerminalCandidate(0, $"item-{i:D3}")).ToArray();
        var person = new TypingSession(columns: 22, rows: 6, candidates: many).Start();

        person.Press(Keys.Tab, Keys.Tab);

        Assert.That(
            person.Screen.Rows,
            Is.EqualTo(new[] { "> item-0", "item-000  item-003", "item-001  item-004", "item-002  item-005", "… 94 more", "> item-0" }));
    }

    [TestCase(-1)]
    [TestCase(5)]
    public void Candidate_that_starts_outside_of_the_typed_text_is_passed_over(int start)
    {
        var person = new TypingSession(candidates: [new(start, "x")]).Start();

        person.Type("abc");
        person.Press(Keys.Tab, Keys.Tab);

        Assert.That(person.Screen.Rows, Is.EqualTo(new[] { "> abc" }));
    }
}
