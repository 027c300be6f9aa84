using System.Globalization;
using ChatAuth.Cli.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class GraphemesTests
{
    [Test]
    public void Steps_forward_visit_the_boundaries_that_the_platform_finds()
    {
        Prop.ForAll(Texts, text => Boundaries(text).SequenceEqual(StringInfo.ParseCombiningCharacters(text).Append(text.Length)))
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void Steps_back_visit_the_same_boundaries()
    {
        Prop.ForAll(Texts, text =>
        {
            var boundaries = Boundaries(text).ToList();
            return boundaries.Skip(1).Select(boundary => Graphemes.Previous(text, boundary)).SequenceEqual(boundaries.SkipLast(1));
        }).QuickCheckThrowOnFailure();
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 3)]
    [TestCase(3, 3)]
    public void Ceiling_goes_on_to_the_end_of_a_cluster(int index, int boundary)
    {
        Assert.That(Graphemes.Ceiling("a😀", index), Is.EqualTo(boundary));
    }

    private static Arbitrary<string> Texts =>
        Gen.Elements("a", "~", " ", "\u0301", "é", "👩", "\u200d", "🇩", "日", "\ufe0f", "1", "\u20e3", "ᄀ", "ᅡ")
            .ListOf().Select(string.Concat).ToArbitrary();

    private static IEnumerable<int> Boundaries(string text)
    {
        var at = 0;
        for (; at < text.Length; at = Graphemes.Next(text, at)) yield return at;
        yield return at;
    }
}
