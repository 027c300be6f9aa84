namespace ChatAuth.Channels.Tests.Text;

internal sealed class TextPiecesTests
{
    [TestCase("short", "short")]
    [TestCase("aaaaa\n\nbbb\ncc dd", "aaaaa|bbb\ncc dd", TestName = "Text_is_parted_at_a_paragraph")]
    [TestCase("aaaaa\nbb cc dd", "aaaaa|bb cc dd", TestName = "Text_without_paragraphs_is_parted_at_a_line")]
    [TestCase("aaa bbb ccc ddd", "aaa bbb|ccc ddd", TestName = "Line_is_parted_at_a_word")]
    [TestCase("a bbbbbbbbbbbbbbb", "a bbbbbbbb|bbbbbbb", TestName = "Boundary_near_the_start_is_passed_over")]
    [TestCase("aaaaaaaaa😀b", "aaaaaaaaa|😀b", TestName = "Pair_stays_together")]
    [TestCase("aaaaaaaaae\u0301b", "aaaaaaaaa|e\u0301b", TestName = "Letter_keeps_its_mark")]
    [TestCase("aaaaaaaa👩‍👧b", "aaaaaaaa|👩‍👧b", TestName = "Joined_emoji_stay_together")]
    [TestCase("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301|\u0301\u0301b", TestName = "Letter_longer_than_a_piece_is_parted_all_the_same")]
    [TestCase("  \n a \n ", "a", TestName = "Blanks_at_the_edges_belong_to_none")]
    [TestCase(" \n ", "", TestName = "Blank_text_has_no_pieces")]
    public void Text_is_parted(string text, string pieces) =>
        Assert.That(string.Join('|', TextPieces.Of(text, 10).Select(piece => text[piece])), Is.EqualTo(pieces));
}
