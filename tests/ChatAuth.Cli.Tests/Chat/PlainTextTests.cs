using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class PlainTextTests
{
    [TestCase("a\e[31mb", "a[31mb")]
    [TestCase("a\r\nb\tc\0\x7f", "abc")]
    [TestCase("a\u009b2Jb\u0085", "a2Jb")]
    [TestCase("a\u2028b\u2029", "ab")]
    public void Of_drops_control_characters(string text, string plain)
    {
        Assert.That(PlainText.Of(text), Is.EqualTo(plain));
    }

    [TestCase('\u202e')]
    [TestCase('\u2066')]
    [TestCase('\u200f')]
    [TestCase('\u061c')]
    [TestCase('\u200b')]
    [TestCase('\ufeff')]
    public void Of_drops_what_hides_or_reorders(char character)
    {
        Assert.That(PlainText.Of($"a{character}b"), Is.EqualTo("ab"));
    }

    [TestCase("a\ud83db")]
    [TestCase("a\ude00b")]
    public void Of_drops_half_a_character(string text)
    {
        Assert.That(PlainText.Of(text), Is.EqualTo("ab"));
    }

    [Test]
    public void Of_drops_tag_characters_that_could_hide_a_message()
    {
        Assert.That(PlainText.Of("a\U000E0041\U000E0042"), Is.EqualTo("a"));
    }

    [TestCase("👩‍👩‍👧 ❤️ 1️⃣ 🇩🇪")]
    [TestCase("می‌خواهم")]
    [TestCase("e\u0301 日本語 שלום")]
    public void Of_keeps_the_scripts_and_emoji_that_people_type(string text)
    {
        Assert.That(PlainText.Of(text), Is.EqualTo(text));
    }
}
