namespace ChatAuth.Channels.Tests.Text;

internal sealed class CleanTextTests
{
    [TestCase("a\e[31mb", "a[31mb")]
    [TestCase("a\r\nb\tc\0\x7f", "abc")]
    [TestCase("a\u009b2Jb\u0085", "a2Jb")]
    [TestCase("a\u2028b\u2029", "ab")]
    public void Line_drops_control_characters(string text, string plain)
    {
        Assert.That(CleanText.Line(text), Is.EqualTo(plain));
    }

    [TestCase('\u202e')]
    [TestCase('\u2066')]
    [TestCase('\u200f')]
    [TestCase('\u061c')]
    [TestCase('\u200b')]
    [TestCase('\ufeff')]
    public void Line_drops_what_hides_or_reorders(char character)
    {
        Assert.That(CleanText.Line($"a{character}b"), Is.EqualTo("ab"));
    }

    [Test]
    public void Line_shows_half_a_character_as_broken([Values(0xD83D, 0xDE00)] int half) // No attribute can hold one.
    {
        Assert.That(CleanText.Line($"a{(char)half}b"), Is.EqualTo("a\uFFFDb"));
    }

    [Test]
    public void Line_drops_tag_characters_that_could_hide_a_message()
    {
        Assert.That(CleanText.Line("a\U000E0041\U000E0042"), Is.EqualTo("a"));
    }

    [TestCase("👩‍👩‍👧 ❤️ 1️⃣ 🇩🇪")]
    [TestCase("می‌خواهم")]
    [TestCase("e\u0301 日本語 שלום")]
    public void Line_keeps_the_scripts_and_emoji_that_people_type(string text)
    {
        Assert.That(CleanText.Line(text), Is.EqualTo(text));
    }
}
