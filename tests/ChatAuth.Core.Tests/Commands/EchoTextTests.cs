using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class EchoTextTests
{
    [TestCase("explain this", "explain this")]
    [TestCase("a\u202Eb\u200Bc\u2066d", "abcd")]
    [TestCase("a\u001B[0m\r\n\0\u0085\u2028b", "a[0mb")]
    [TestCase("a\uD800b\uE000c", "abc")]
    [TestCase("héé 日本 😀", "héé 日本 😀")]
    public void Characters_that_hide_or_reorder_others_are_left_out(string typed, string shown)
    {
        Assert.That(EchoText.Of(typed), Is.EqualTo(shown));
    }

    [Test]
    public void Long_text_is_cut_and_says_so()
    {
        Assert.That(EchoText.Of(new string('x', 40)), Is.EqualTo(new string('x', 40)));
        Assert.That(EchoText.Of(new string('x', 41)), Is.EqualTo(new string('x', 40) + "…"));
    }

    [Test]
    public void Cut_parts_no_character_of_two_units()
    {
        Assert.That(EchoText.Of(new string('x', 39) + "😀"), Is.EqualTo(new string('x', 39) + "…"));
    }
}
