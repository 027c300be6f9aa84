using ChatAuth.Core.Buttons;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Buttons;

internal sealed class ButtonTargetTests
{
    /// <summary>Few and short pieces, so that lists of parts are often the same text when they are run together.</summary>
    private static readonly Gen<string> Parts = Gen.Elements("a", "@", ":", "/", "\0", "😀", "\uD83D", "\uDE00", "").ListOf()
        .Select(pieces => string.Concat(pieces.Take(3)));

    private static readonly Gen<string[]> Tuples = Parts.ListOf().Select(parts => parts.Take(4).ToArray());

    [Test]
    public void Distinct_lists_of_parts_have_distinct_targets()
    {
        Prop.ForAll(Tuples.ToArbitrary(), Tuples.ToArbitrary(), (one, other) =>
            (ButtonTarget.Of(one) == ButtonTarget.Of(other)) == one.SequenceEqual(other)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Test]
    public void Sign_that_can_stand_on_both_sides_makes_no_two_pairs_alike()
    {
        Assert.That(ButtonTarget.Of("x@2025", "work"), Is.Not.EqualTo(ButtonTarget.Of("x", "2025@work")));
    }

    [Test]
    public void Target_is_read_from_its_bytes_as_it_was()
    {
        var target = ButtonTarget.Of("anything");
        var bytes = new byte[ButtonTarget.Bytes];

        target.Write(bytes);

        Assert.That(ButtonTarget.Read(bytes), Is.EqualTo(target));
    }

    [TestCase(1)]
    [TestCase(60)]
    [TestCase(ushort.MaxValue)]
    public void Page_is_read_back_and_tells_targets_apart(int page)
    {
        var target = ButtonTarget.Of("list").AtPage(page);

        Assert.That(target.Page, Is.EqualTo(page));
        Assert.That(target, Is.Not.EqualTo(ButtonTarget.Of("list").AtPage(page - 1)));
        Assert.That(target, Is.Not.EqualTo(ButtonTarget.Of("other list").AtPage(page)));
    }
}
