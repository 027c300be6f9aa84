using System.Globalization;
using ChatAuth.Cli.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class EditBufferTests
{
    private const string Family = "👩‍👩‍👧";
    private const string Accented = "e\u0301";

    [Test]
    public void Insert_puts_text_at_the_cursor()
    {
        var line = EditBuffer.Of("/mdel").Left().Left().Left().Insert("o");

        Assert.That(Shown(line), Is.EqualTo("/mo|del"));
    }

    [TestCase(Family)]
    [TestCase(Accented)]
    [TestCase("🇩🇪")]
    public void Left_passes_a_cluster_in_one_step(string cluster)
    {
        var line = EditBuffer.Of("a" + cluster).Left();

        Assert.That(Shown(line), Is.EqualTo("a|" + cluster));
    }

    [TestCase(Family)]
    [TestCase(Accented)]
    public void DeleteBack_takes_a_whole_cluster(string cluster)
    {
        var line = EditBuffer.Of("a" + cluster).DeleteBack();

        Assert.That(Shown(line), Is.EqualTo("a|"));
    }

    [Test]
    public void DeleteForward_takes_a_whole_cluster()
    {
        var line = EditBuffer.Of(Family + "b").Home().DeleteForward();

        Assert.That(Shown(line), Is.EqualTo("|b"));
    }

    [Test]
    public void Insert_that_joins_the_next_cluster_moves_the_cursor_behind_it()
    {
        var line = EditBuffer.Of("\u0301").Home().Insert("e");

        Assert.That(Shown(line), Is.EqualTo(Accented + "|"));
    }

    [TestCase("/model opus@anthropic:work", "/model |")]
    [TestCase("one two  ", "one |")]
    [TestCase("one", "|")]
    [TestCase("  ", "|")]
    public void DeleteArgumentBack_deletes_to_the_last_blank(string text, string left)
    {
        var line = EditBuffer.Of(text).DeleteArgumentBack();

        Assert.That(Shown(line), Is.EqualTo(left));
    }

    [TestCase("opus@anthropic:work", "opus@anthropic:|")]
    [TestCase("opus@", "|")]
    public void DeleteWordBack_deletes_letters_and_digits(string text, string left)
    {
        var line = EditBuffer.Of(text).DeleteWordBack();

        Assert.That(Shown(line), Is.EqualTo(left));
    }

    [Test]
    public void KillToEnd_keeps_what_stands_before_the_cursor()
    {
        var line = EditBuffer.Of("abc").Left().KillToEnd();

        Assert.That(Shown(line), Is.EqualTo("ab|"));
    }

    [Test]
    public void KillToStart_keeps_what_stands_behind_the_cursor()
    {
        var line = EditBuffer.Of("abc").Left().KillToStart();

        Assert.That(Shown(line), Is.EqualTo("|c"));
    }

    [Test]
    public void WordLeft_stops_at_each_part_of_a_selector()
    {
        var line = EditBuffer.Of("opus@anthropic:work").WordLeft().WordLeft();

        Assert.That(Shown(line), Is.EqualTo("opus@|anthropic:work"));
    }

    [Test]
    public void WordRight_stops_behind_each_part_of_a_selector()
    {
        var line = EditBuffer.Of("opus@anthropic:work").Home().WordRight().WordRight();

        Assert.That(Shown(line), Is.EqualTo("opus@anthropic|:work"));
    }

    [Test]
    public void Steps_at_the_edges_change_nothing()
    {
        var line = EditBuffer.Of("a");

        Assert.That(line.Right().WordRight().DeleteForward().KillToEnd(), Is.EqualTo(line));
        Assert.That(line.Home().Left().WordLeft().DeleteBack().KillToStart(), Is.EqualTo(line.Home()));
    }

    [Test]
    public void Every_edit_leaves_the_cursor_between_two_clusters()
    {
        var sequences = Gen.Elements(Edits).ListOf().ToArbitrary();

        Prop.ForAll(sequences, edits =>
        {
            var line = edits.Aggregate(EditBuffer.Empty, (line, edit) => edit(line));
            return line.Cursor == line.Text.Length || StringInfo.ParseCombiningCharacters(line.Text).Contains(line.Cursor);
        }).QuickCheckThrowOnFailure();
    }

    private static readonly Func<EditBuffer, EditBuffer>[] Edits =
    [
        .. new[] { "a", "b ", "@", "\u0301", "👩", "\u200d", "🇩", "🇪", "日", "\ufe0f", "ᄀ", "ᅡ", "क", "\u094d", "\r\n", "\ud83d" }
            .Select(text => (Func<EditBuffer, EditBuffer>)(line => line.Insert(text))),
        line => line.DeleteBack(), line => line.DeleteForward(), line => line.DeleteArgumentBack(), line => line.DeleteWordBack(),
        line => line.KillToEnd(), line => line.KillToStart(), line => line.Left(), line => line.Right(), line => line.Left().Left(),
        line => line.Home(), line => line.End(), line => line.WordLeft(), line => line.WordRight(),
    ];

    private static string Shown(EditBuffer line) => line.Text.Insert(line.Cursor, "|");
}
