using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Models;

internal sealed class SelectorTextTests
{
    [TestCase("anthropic/claude-opus-5", null, "opus")]
    [TestCase("openai/shared", null, "openai/shared")]
    [TestCase("openai/gpt@latest", null, "\"openai/gpt@latest\"")]
    [TestCase("anthropic/claude-opus-5", "anthropic:work", "opus@anthropic:work")]
    [TestCase("openai/gpt@latest", "openai:key", "\"openai/gpt@latest\"@openai:key")]
    [TestCase("google/gemini-4", "google:me@example.com", "\"gemini\"@\"google:me@example.com\"")]
    public void Quotes_stand_only_where_the_text_could_mean_something_else(string model, string? profile, string text)
    {
        var written = SelectorText.Of(ModelRef.Parse(model), profile is null ? null : ProfileId.Parse(profile), Known.Catalog);

        Assert.That(written, Is.EqualTo(text));
    }

    [TestCase("status")]
    [TestCase("7")]
    public void Alias_that_is_a_word_or_a_number_is_quoted(string alias)
    {
        var catalog = new ModelCatalog([Known.Model("openai/gpt-6", alias)], Known.Gpt, []);

        Assert.That(SelectorText.Of(Known.Gpt, null, catalog), Is.EqualTo($"\"{alias}\""));
    }

    [Test]
    public void Profile_alone_needs_no_quotes()
    {
        Assert.That(SelectorText.Of(ProfileId.Parse("google:me@example.com")), Is.EqualTo("@google:me@example.com"));
    }
}
