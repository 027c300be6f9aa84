using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Models;

internal sealed class NearMissTests
{
    [TestCase("opsu", "opus")]
    [TestCase("opu", "opus")]
    [TestCase("opuss", "opus")]
    [TestCase("opas", "opus")]
    [TestCase("OPUZ", "opus")]
    public void One_edit_is_near(string typed, string known)
    {
        Assert.That(NearMiss.Of(typed, [known, "gemini"]), Is.EqualTo(new[] { known }));
    }

    [TestCase("o")]
    [TestCase("gpt")]
    [TestCase("suop")]
    [TestCase("")]
    public void Text_further_away_than_a_third_is_not_near(string typed)
    {
        Assert.That(NearMiss.Of(typed, ["opus"]), Is.Empty);
    }

    [Test]
    public void Beginning_of_a_name_is_near()
    {
        Assert.That(NearMiss.Of("claude", ["claude-opus-5"]), Is.EqualTo(new[] { "claude-opus-5" }));
    }

    [Test]
    public void Nearest_come_first_and_equal_ones_in_ordinal_order()
    {
        var near = NearMiss.Of("abcdefg", ["abcdeXX", "abcdefY", "abcdefX"]);

        Assert.That(near, Is.EqualTo(new[] { "abcdefX", "abcdefY", "abcdeXX" }));
    }

    [Test]
    public void No_more_names_come_than_were_asked_for()
    {
        Assert.That(NearMiss.Of("ab", ["ab1", "ab2", "ab3"], 2), Is.EqualTo(new[] { "ab1", "ab2" }));
    }

    [Test]
    public void Very_long_text_is_near_nothing()
    {
        Assert.That(NearMiss.Of(new string('x', 129), [new string('x', 128)]), Is.Empty);
    }

    [Test]
    public void Very_long_name_is_offered_by_its_beginning_alone()
    {
        var name = "claude" + new string('x', 200);

        Assert.That(NearMiss.Of("claude", [name]), Is.EqualTo(new[] { name }));
        Assert.That(NearMiss.Of("claudf", [name]), Is.Empty);
    }
}
