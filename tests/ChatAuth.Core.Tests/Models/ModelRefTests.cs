using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Models;

internal sealed class ModelRefTests
{
    [TestCase("anthropic/claude-opus-5", "anthropic", "claude-opus-5")]
    [TestCase("OpenRouter/meta/llama-4:free", "openrouter", "meta/llama-4:free")]
    [TestCase("cloudflare/@cf/meta/llama", "cloudflare", "@cf/meta/llama")]
    [TestCase("Z.AI/GLM-5", "zai", "GLM-5")]
    public void Ref_is_split_at_the_first_slash(string text, string provider, string model)
    {
        var parsed = ModelRef.TryParse(text, out var result);

        Assert.That(parsed, Is.True);
        Assert.That((result.Provider.Name, result.Model), Is.EqualTo((provider, model)));
    }

    [TestCase("")]
    [TestCase("opus")]
    [TestCase("/opus")]
    [TestCase("anthropic/")]
    [TestCase("anth:ropic/opus")]
    [TestCase("anth@ropic/opus")]
    [TestCase("anthropic/op us")]
    [TestCase("anthropic/opus\u202E")]
    public void Text_of_another_form_is_no_ref(string text)
    {
        Assert.That(ModelRef.TryParse(text, out _), Is.False);
    }

    [Test]
    public void Text_form_reads_back_as_the_same_ref()
    {
        var model = ModelRef.Parse("OpenRouter/Meta/Llama@4:free");

        Assert.That(ModelRef.Parse(model.ToString()), Is.EqualTo(model));
    }

    [Test]
    public void Model_part_keeps_its_case_and_case_distinguishes()
    {
        Assert.That(ModelRef.Parse("openai/GPT"), Is.Not.EqualTo(ModelRef.Parse("openai/gpt")));
    }

    [Test]
    public void Parse_of_another_form_names_the_form_and_repeats_nothing()
    {
        Assert.That(() => ModelRef.Parse("sk-FAKE"), Throws.TypeOf<FormatException>().With.Message.Not.Contain("sk-FAKE"));
    }
}
