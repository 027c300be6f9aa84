using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class KeyTextTests
{
    [Test]
    public void Next_joins_the_halves_of_a_character()
    {
        var keys = new KeyText();

        string[] typed = [.. "😀".Select(half => keys.Next(Keys.Of(half)))];

        Assert.That(typed, Is.EqualTo(new[] { "", "😀" }));
    }

    [Test]
    public void Next_drops_a_half_without_its_other()
    {
        var keys = new KeyText();

        string[] typed = [.. "\ude00\ud83da\ude00".Select(half => keys.Next(Keys.Of(half)))];

        Assert.That(typed, Is.EqualTo(new[] { "", "", "a", "" }));
    }

    [TestCase(ConsoleModifiers.None, "@")]
    [TestCase(ConsoleModifiers.Shift, "@")]
    [TestCase(ConsoleModifiers.Control | ConsoleModifiers.Alt, "@")]
    [TestCase(ConsoleModifiers.Alt, "")]
    [TestCase(ConsoleModifiers.Control, "")]
    public void Next_tells_typing_from_commands(ConsoleModifiers modifiers, string typed)
    {
        var text = new KeyText().Next(Keys.With('@', ConsoleKey.Q, modifiers));

        Assert.That(text, Is.EqualTo(typed));
    }
}
