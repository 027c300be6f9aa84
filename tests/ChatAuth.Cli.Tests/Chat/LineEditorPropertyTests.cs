using ChatAuth.Cli.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineEditorPropertyTests
{
    private const int Columns = 24;

    [Test]
    public void Screen_shows_the_visible_part_of_the_line_after_every_key()
    {
        Prop.ForAll(Sequences(Typing, Editing), keys =>
        {
            var person = new TypingSession(Columns).Start();
            var (line, typed) = (EditBuffer.Empty, new KeyText());
            foreach (var key in keys)
            {
                person.Press(key);
                line = EditKeys.Apply(key, line) ?? line.Insert(typed.Next(key));

                var view = LineView.Of(line, Columns - 1 - TypingSession.Prompt.Length);
                Assert.That(person.Screen.Rows, Is.EqualTo(new[] { (TypingSession.Prompt + view.Text).TrimEnd() }));
                Assert.That(person.Cursor, Is.EqualTo(view.CursorColumn));
            }

            person.Press(Keys.Enter);
            Assert.That(person.Reading.Result, Is.EqualTo(new LineResult.Line(line.Text)));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void No_sequence_of_keys_breaks_the_editor_at_any_size()
    {
        var sizes = Gen.Choose(7, 40).Zip(Gen.Choose(1, 8));

        Prop.ForAll(Sequences(Typing, Editing, Steering), sizes.ToArbitrary(), (keys, size) =>
        {
            var person = new TypingSession(size.Item1, size.Item2, colour: true, candidates: [new(0, "日本"), new(1, "本", "note")]).Start();
            foreach (var key in keys)
            {
                person.Press(key);
                if (person.Reading.IsCompletedSuccessfully) person.Start();
                person.Editor.WriteAbove("notice");
            }

            Assert.That(person.Reading.IsCompleted, Is.False);
        }).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<List<ConsoleKeyInfo>> Sequences(params ConsoleKeyInfo[][] keys) =>
        Gen.OneOf(keys.Select(Gen.Elements)).ListOf().Select(list => list.ToList()).ToArbitrary();

    private static readonly ConsoleKeyInfo[] Typing =
        [.. "abc @日語ｗ😀👩\u200d👧e\u0301🇩🇪\ufe0f\u202e\u009b\u0001".Select(Keys.Of)];

    private static readonly ConsoleKeyInfo[] Editing =
    [
        Keys.Left, Keys.Left, Keys.Right, Keys.Home, Keys.Backspace, Keys.Escape, Keys.Of(ConsoleKey.Delete), Keys.Of(ConsoleKey.End),
        Keys.Alt('B'), Keys.Alt('F'), Keys.Control('W'), Keys.Control('K'), Keys.Control('U'), Keys.Control('T'),
    ];

    private static readonly ConsoleKeyInfo[] Steering =
    [
        Keys.Up, Keys.Down, Keys.Tab, Keys.Tab, Keys.Enter, Keys.Control('C'), Keys.Control('D'), Keys.Control('L'), default,
    ];
}
