namespace ChatAuth.Channels.Tests.Text;

internal sealed class ShortNameTests
{
    [TestCase("work", "work")]
    [TestCase("ten-letter", "ten-letter")]
    [TestCase("eleven-long", "eleven-lo…")]
    [TestCase("eight ss and more", "eight ss…", TestName = "Blank_before_the_cut_goes")]
    [TestCase("aaaaaaaa😀aaa", "aaaaaaaa…", TestName = "Pair_is_not_cut")]
    [TestCase("aaaaaaaae\u0301aaa", "aaaaaaaa…", TestName = "Letter_is_not_cut_from_its_mark")]
    [TestCase("e\u202Eerf", "eerf", TestName = "Name_is_cleaned")]
    [TestCase("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "…", TestName = "Letter_longer_than_the_room_is_left_out")]
    public void Name_is_at_most_as_long(string name, string shown) => Assert.That(ShortName.Of(name, 10), Is.EqualTo(shown));
}
