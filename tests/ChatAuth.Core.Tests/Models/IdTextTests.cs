using System.Text;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Models;

internal sealed class IdTextTests
{
    [TestCase("claude-opus-5")]
    [TestCase("me+tag@example.com")]
    [TestCase("a/b:c_d")]
    [TestCase("modèle")]
    [TestCase("模型")]
    public void Letters_digits_and_the_seven_marks_are_an_id(string text)
    {
        Assert.That(IdText.IsValid(text), Is.True);
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a\nb")]
    [TestCase("a\0b")]
    [TestCase("a\"b")]
    [TestCase("a<b")]
    [TestCase("a\u200Bb")]
    [TestCase("a\u202Eb")]
    [TestCase("e\u0301")]
    [TestCase("\uD800")]
    [TestCase("😀")]
    public void Any_other_character_is_in_no_id(string text)
    {
        Assert.That(IdText.IsValid(text), Is.False);
    }

    [TestCase("\u212A")]
    [TestCase("\u212B")]
    [TestCase("\uFF41")]
    [TestCase("\uFB01")]
    [TestCase("\uF900")]
    [TestCase("\U0001D41A")]
    [TestCase("\u09DC")]
    public void Letter_that_looks_like_another_is_in_no_id(string text)
    {
        Assert.That(IdText.IsValid(text), Is.False);
    }

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void Id_has_at_most_256_characters(int length, bool valid)
    {
        Assert.That(IdText.IsValid(new string('x', length)), Is.EqualTo(valid));
    }

    [Test]
    public void Every_letter_of_an_id_is_its_own_normal_form()
    {
        var letters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value).ToString()).Where(text => IdText.IsValid(text));

        Assert.That(letters.Where(text => !text.IsNormalized(NormalizationForm.FormC)), Is.Empty);
    }
}
