using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class EditKeysTests
{
    private static readonly EditBuffer s_line = EditBuffer.Of("one two-three four").WordLeft().Left();

    [TestCase('A', "|one two-three four")]
    [TestCase('E', "one two-three four|")]
    [TestCase('B', "one two-thre|e four")]
    [TestCase('F', "one two-three |four")]
    [TestCase('D', "one two-three|four")]
    [TestCase('H', "one two-thre| four")]
    [TestCase('K', "one two-three|")]
    [TestCase('U', "| four")]
    [TestCase('W', "one | four")]
    public void Control_letter_edits_as_in_a_shell(char letter, string expected)
    {
        Assert.That(Pressed(Keys.Control(letter)), Is.EqualTo(expected));
    }

    [TestCase('B', "one two-|three four")]
    [TestCase('F', "one two-three four|")]
    public void Alt_letter_moves_by_words(char letter, string expected)
    {
        Assert.That(Pressed(Keys.Alt(letter)), Is.EqualTo(expected));
    }

    [TestCase(ConsoleKey.LeftArrow, ConsoleModifiers.None, "one two-thre|e four")]
    [TestCase(ConsoleKey.RightArrow, ConsoleModifiers.None, "one two-three |four")]
    [TestCase(ConsoleKey.LeftArrow, ConsoleModifiers.Control, "one two-|three four")]
    [TestCase(ConsoleKey.RightArrow, ConsoleModifiers.Control, "one two-three four|")]
    [TestCase(ConsoleKey.LeftArrow, ConsoleModifiers.Alt, "one two-|three four")]
    [TestCase(ConsoleKey.Home, ConsoleModifiers.None, "|one two-three four")]
    [TestCase(ConsoleKey.End, ConsoleModifiers.None, "one two-three four|")]
    [TestCase(ConsoleKey.Delete, ConsoleModifiers.None, "one two-three|four")]
    [TestCase(ConsoleKey.Backspace, ConsoleModifiers.None, "one two-thre| four")]
    [TestCase(ConsoleKey.Backspace, ConsoleModifiers.Alt, "one two-| four")]
    public void Named_key_edits(ConsoleKey key, ConsoleModifiers modifiers, string expected)
    {
        Assert.That(Pressed(Keys.Of(key, modifiers)), Is.EqualTo(expected));
    }

    [TestCase(ConsoleKey.Escape, ConsoleModifiers.None)]
    [TestCase(ConsoleKey.F5, ConsoleModifiers.None)]
    [TestCase(ConsoleKey.PageUp, ConsoleModifiers.Control)]
    [TestCase(ConsoleKey.X, ConsoleModifiers.Alt)]
    public void Other_key_is_no_edit(ConsoleKey key, ConsoleModifiers modifiers)
    {
        Assert.That(EditKeys.Apply(Keys.Of(key, modifiers), s_line), Is.Null);
    }

    private static string Pressed(ConsoleKeyInfo key)
    {
        var line = EditKeys.Apply(key, s_line)!;
        return line.Text.Insert(line.Cursor, "|");
    }
}
