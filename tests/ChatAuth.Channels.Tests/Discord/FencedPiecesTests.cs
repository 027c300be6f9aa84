using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class FencedPiecesTests
{
    private const int Most = 400;

    [Test]
    public void Text_that_fits_is_one_piece_as_it_is() =>
        Assert.That(FencedPieces.Of("one\n```cs\ntwo\n```\nthree", Most), Is.EqualTo(new[] { "one\n```cs\ntwo\n```\nthree" }));

    [Test]
    public void Block_that_goes_on_ends_and_begins_anew_with_its_language_and_indent()
    {
        var code = string.Join('\n', Enumerable.Range(1, 60).Select(number => $"    line {number};"));

        var pieces = FencedPieces.Of($"Look:\n```cs\n{code}\n```\nDone.", Most);

        Assert.That(pieces, Has.Count.GreaterThan(1).And.All.Length.LessThanOrEqualTo(Most));
        Assert.That(pieces.SkipLast(1), Is.All.EndsWith("\n```"));
        Assert.That(pieces.Skip(1), Is.All.StartsWith("```cs\n    line "));
        Assert.That(pieces[^1], Does.EndWith("\n```\nDone."));
    }

    [Test]
    public void Block_that_would_begin_at_the_end_of_a_piece_begins_in_the_next()
    {
        var prose = string.Concat(Enumerable.Repeat("0123456789 ", 28));

        var pieces = FencedPieces.Of($"{prose}\n```cs\n{new string('x', 300)}\n```", Most);

        Assert.That(pieces[0], Does.Not.Contain("```"));
        Assert.That(pieces[1], Does.StartWith("```cs\nxxx").And.EndsWith("x\n```"));
    }

    [Test]
    public void Block_that_ends_where_the_text_is_parted_is_not_begun_again()
    {
        var pieces = FencedPieces.Of($"```\n{new string('x', 300)}\n```\n{new string('y', 300)}", Most);

        Assert.That(pieces, Is.EqualTo(new[] { $"```\n{new string('x', 300)}\n```", new string('y', 300) }));
    }

    [TestCase("one ```two", "one ```two\n```")]
    [TestCase("one ```", "one")]
    public void Word_after_a_fence_at_the_end_of_the_text_stays(string text, string piece) =>
        Assert.That(FencedPieces.Of(text, Most), Is.EqualTo(new[] { piece }));

    [Test]
    public void Block_without_an_end_is_ended() =>
        Assert.That(FencedPieces.Of("```\ncode", Most), Is.EqualTo(new[] { "```\ncode\n```" }));
}
