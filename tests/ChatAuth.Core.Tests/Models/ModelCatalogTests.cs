using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Models;

internal sealed class ModelCatalogTests
{
    private static ModelMatch Match(string text, bool acceptUnlisted = false) => Known.Catalog.Match(text, acceptUnlisted);

    private static ModelMatch Found(string model, bool verified = true) => new ModelMatch.Found(ModelRef.Parse(model), verified);

    [TestCase("opus", "anthropic/claude-opus-5")]
    [TestCase("Opus", "anthropic/claude-opus-5")]
    [TestCase("anthropic/claude-opus-5", "anthropic/claude-opus-5")]
    [TestCase("claude-opus-5", "anthropic/claude-opus-5")]
    [TestCase("CLAUDE-OPUS-5", "anthropic/claude-opus-5")]
    public void Alias_ref_and_bare_id_are_found(string text, string model)
    {
        Assert.That(Match(text), Is.EqualTo(Found(model)));
    }

    [TestCase("")]
    [TestCase("o")]
    [TestCase("opu")]
    [TestCase("claude-opus")]
    [TestCase("anthropic/opus")]
    [TestCase("nobody/claude-opus-5")]
    public void Near_miss_is_never_found(string text)
    {
        Assert.That(Match(text), Is.EqualTo(new ModelMatch.Unknown()));
    }

    [Test]
    public void Bare_id_of_two_providers_is_several()
    {
        var several = Match("shared") as ModelMatch.Several;

        Assert.That(several?.Models.Select(model => model.ToString()), Is.EqualTo(new[] { "anthropic/shared", "openai/shared" }));
    }

    [Test]
    public void Ids_that_differ_in_case_match_exactly_and_otherwise_not_at_all()
    {
        var catalog = new ModelCatalog([Known.Model("openai/GPT"), Known.Model("openai/gpt")], Known.Gpt, []);

        Assert.That(catalog.Match("openai/GPT", false), Is.EqualTo(Found("openai/GPT")));
        Assert.That(catalog.Match("openai/Gpt", false), Is.EqualTo(new ModelMatch.Unknown()));
        Assert.That(catalog.Match("gpt", false), Is.EqualTo(Found("openai/gpt")));
        Assert.That(catalog.Match("Gpt", false), Is.InstanceOf<ModelMatch.Several>());
    }

    [Test]
    public void Unlisted_model_of_a_known_provider_is_found_unverified_only_when_accepted()
    {
        Assert.That(Match("openai/next", acceptUnlisted: true), Is.EqualTo(Found("openai/next", verified: false)));
        Assert.That(Match("openai/next"), Is.EqualTo(new ModelMatch.Unknown()));
        Assert.That(Match("nobody/next", acceptUnlisted: true), Is.EqualTo(new ModelMatch.Unknown()));
    }

    [TestCase("gpt")]
    [TestCase("openai/gpt-6")]
    [TestCase("gpt-6")]
    public void Model_outside_of_the_allowlist_is_not_allowed_by_any_name(string text)
    {
        var match = Known.CatalogOf(Known.Opus).Match(text, false);

        Assert.That(match, Is.EqualTo(new ModelMatch.NotAllowed(Known.Gpt)));
    }

    [Test]
    public void Default_is_always_allowed()
    {
        Assert.That(Known.CatalogOf(Known.Opus).Match("sonnet", false), Is.EqualTo(Found("anthropic/claude-sonnet-5")));
    }

    [Test]
    public void Short_name_is_the_first_alias_else_the_ref()
    {
        Assert.That(Known.Catalog.ShortName(Known.Opus), Is.EqualTo("opus"));
        Assert.That(Known.Catalog.ShortName(ModelRef.Parse("openai/shared")), Is.EqualTo("openai/shared"));
    }
}
