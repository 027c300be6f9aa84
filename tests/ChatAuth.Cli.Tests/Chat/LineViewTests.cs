using ChatAuth.Cli.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineViewTests
{
    [Test]
    public void Line_that_fits_is_shown_whole()
    {
        var view = LineView.Of(EditBuffer.Of("0123456789"), room: 10);

        Assert.That(view, Is.EqualTo(new LineView("0123456789", 10)));
    }

    [Test]
    public void Long_line_at_its_start_shows_that_more_follows()
    {
        var view = LineView.Of(EditBuffer.Of("0123456789abcdef").Home(), room: 10);

        Assert.That(view, Is.EqualTo(new LineView("012345678>", 0)));
    }

    [Test]
    public void Long_line_at_its_end_shows_that_more_stands_before()
    {
        var view = LineView.Of(EditBuffer.Of("0123456789abcdef"), room: 10);

        Assert.That(view, Is.EqualTo(new LineView("<def", 4)));
    }

    [Test]
    public void Cursor_of_a_scrolled_line_stands_between_two_marks()
    {
        var line = Enumerable.Range(0, 6).Aggregate(EditBuffer.Of("0123456789abcdef"), (line, _) => line.Left());

        Assert.That(LineView.Of(line, room: 10), Is.EqualTo(new LineView("<56789abc>", 6)));
    }

    [Test]
    public void View_is_the_part_of_the_line_around_the_cursor()
    {
        var signs = Gen.Elements("a", " ", "日", "e\u0301", "👩‍👧", "ｗ", "🇩🇪", "\u200d").ListOf().Select(string.Concat);
        var lines = signs.Zip(signs, (before, behind) => EditBuffer.Of(behind).Home().Insert(before));
        var rooms = Gen.Choose(LineView.LeastRoom, 30);

        Prop.ForAll(lines.Zip(rooms).ToArbitrary(), drawn =>
        {
            var ((line, room), (text, column)) = (drawn, LineView.Of(drawn.Item1, drawn.Item2));
            var part = CellWidth.Of(line.Text) <= room ? text : text.TrimStart('<').TrimEnd('>');
            var marked = text.Length - part.Length;
            var before = CellWidth.Fitting(text, column);

            Assert.That(CellWidth.Of(text), Is.LessThanOrEqualTo(room));
            Assert.That(column, Is.InRange(0, room));
            Assert.That(line.Text, Does.Contain(part));
            Assert.That(line.Text[..line.Cursor], Does.EndWith(text[(text.StartsWith('<') ? 1 : 0)..before].TrimEnd('\u200d')));
            Assert.That(marked == 0, Is.EqualTo(part == line.Text));
        }).QuickCheckThrowOnFailure();
    }
}
