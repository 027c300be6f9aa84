using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class CellWidthTests
{
    [TestCase("", 0)]
    [TestCase("opus", 4)]
    [TestCase("é", 1)]
    [TestCase("e\u0301", 1)]
    [TestCase("日本", 4)]
    [TestCase("ｗ", 2)]
    [TestCase("한", 2)]
    [TestCase("\u1112\u1161\u11ab", 2)]
    [TestCase("ｶ", 1)]
    [TestCase("…", 1)]
    [TestCase("\u200d", 0)]
    public void Of_counts_the_columns_of_text(string text, int columns)
    {
        Assert.That(CellWidth.Of(text), Is.EqualTo(columns));
    }

    [TestCase("😀")]
    [TestCase("👩‍👩‍👧")]
    [TestCase("👍🏽")]
    [TestCase("🇩🇪")]
    [TestCase("❤️")]
    [TestCase("1️⃣")]
    public void Of_counts_an_emoji_as_one_wide_sign(string emoji)
    {
        Assert.That(CellWidth.Of(emoji), Is.EqualTo(2));
    }

    [TestCase("日本語", 6, "日本語")]
    [TestCase("日本語", 5, "日本")]
    [TestCase("ae\u0301b", 2, "ae\u0301")]
    [TestCase("日", 1, "")]
    public void Fitting_never_splits_a_sign(string text, int columns, string fitting)
    {
        Assert.That(text[..CellWidth.Fitting(text, columns)], Is.EqualTo(fitting));
    }
}
