using ChatAuth.Core.Models;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Models;

internal sealed class OfferedModelsTests
{
    private OfferedModels _models = null!;

    [SetUp]
    public void SetUp() => _models = new OfferedModels();

    [TestCase(false)]
    [TestCase(true, "a", "a", "b")]
    [TestCase(false, "a", "no id")]
    public void List_is_complete_when_it_has_something_and_nothing_was_left_out(bool complete, params string[] ids)
    {
        foreach (var id in ids) _models.Add(id, null);

        Assert.That(_models.IsComplete, Is.EqualTo(complete));
    }

    [Test]
    public void List_that_is_cut_is_not_complete()
    {
        _models.Add("a", null);

        _models.IsCut = true;

        Assert.That(_models.IsComplete, Is.False);
    }

    [Test]
    public void Model_is_taken_with_its_label()
    {
        _models.Add("anthropic/claude-x:free", "Claude X");

        Assert.That(_models.All, Is.EqualTo(new[] { new OfferedModel("anthropic/claude-x:free", "Claude X") }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("two words")]
    [TestCase("\u202Eledom")]
    [TestCase("m\u200Bx")]
    [TestCase("m\nx")]
    [TestCase("m\u001B[2J")]
    [TestCase("<b>m</b>")]
    [TestCase("\uFF4Dodel")]
    [TestCase("sk-ant-api03-FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE")]
    public void What_is_no_id_is_counted_and_left_out(string? id)
    {
        _models.Add(id, "Model");

        Assert.That((_models.All.Count, _models.Dropped), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Id_that_is_too_long_is_left_out()
    {
        _models.Add(new string('m', 257), null);

        Assert.That(_models.Dropped, Is.EqualTo(1));
    }

    [TestCase("  Claude \t X\n", "Claude X")]
    [TestCase("met\u200Bered", "metered")]
    [TestCase("\u202Efree\u2066", "free")]
    [TestCase("a\u001B]52;c;FAKE\u0007b", "a]52;c;FAKEb")]
    [TestCase("\u200B\u202E \n", null)]
    [TestCase("m", null)]
    [TestCase("Key sk-ant-api03-FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE", null)]
    public void Label_is_cleaned(string label, string? clean)
    {
        _models.Add("m", label);

        Assert.That(_models.All.Single().Label, Is.EqualTo(clean));
    }

    [Test]
    public void Label_that_is_too_long_is_cut_between_characters()
    {
        _models.Add("m", "x" + string.Concat(Enumerable.Repeat("😀", 100)));

        Assert.That(_models.All.Single().Label, Is.EqualTo("x" + string.Concat(Enumerable.Repeat("😀", 39))));
    }

    [Test]
    public void Any_label_is_one_short_line_of_whole_characters() => Prop.ForAll<string>(label =>
    {
        var models = new OfferedModels();
        models.Add("m", label);
        return models.All.Single().Label is not { } clean || (clean.Length is > 0 and <= OfferedModels.LongestLabel && !clean.Any(char.IsControl) && clean.Trim() == clean);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Model_that_comes_twice_is_one()
    {
        _models.Add("m", "First");
        _models.Add("m", "Second");

        Assert.That(_models.All.Single().Label, Is.EqualTo("First"));
    }

    [Test]
    public void List_is_full_after_five_thousand()
    {
        for (var number = 0; number < OfferedModels.Most; number++) _models.Add($"m{number}", null);

        var taken = _models.Add("one-more", null);

        Assert.That((taken, _models.All.Count, _models.IsCut), Is.EqualTo((false, OfferedModels.Most, true)));
    }
}
