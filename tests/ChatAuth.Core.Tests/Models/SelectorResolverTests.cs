using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Tests.Commands;

namespace ChatAuth.Core.Tests.Models;

internal sealed class SelectorResolverTests
{
    private static SelectorMatch Resolve(string argument, params KnownProfile[] more) => Resolve(argument, Known.Catalog, [.. Known.Profiles, .. more]);

    private static SelectorMatch Resolve(string argument, ModelCatalog catalog, IReadOnlyList<KnownProfile> profiles) =>
        ModelCommandParser.Parse($"/model {argument}", catalog, Typed.Telegram).Command is ModelCommand.Select select
            ? SelectorResolver.Resolve(select.Selector, catalog, profiles, Known.Opus)
            : throw new ArgumentException("This is no selector.");

    private static SelectorMatch.Selected Selected(string? model, string? profile, bool verified = true) => new(
        model is null ? null : ModelRef.Parse(model), verified, profile is null ? null : Known.Profile(profile));

    [TestCase("opus", "anthropic/claude-opus-5")]
    [TestCase("OPUS", "anthropic/claude-opus-5")]
    [TestCase("claude-opus-5", "anthropic/claude-opus-5")]
    [TestCase("Claude-Opus-5", "anthropic/claude-opus-5")]
    [TestCase("Anthropic/Claude-Opus-5", "anthropic/claude-opus-5")]
    [TestCase("gpt@latest", "openai/gpt@latest")]
    [TestCase("\"gpt@latest\"", "openai/gpt@latest")]
    [TestCase("openai/gpt@latest", "openai/gpt@latest")]
    [TestCase("\"list\"", "anthropic/claude-opus-5")]
    public void Model_alone_selects_it_without_a_profile(string argument, string model)
    {
        Assert.That(Resolve(argument), Is.EqualTo(Selected(model, null)));
    }

    [TestCase("opus@anthropic:work", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("opus@work", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("opus@WORK", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("opus@Anthropic:Work", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("\"opus\"@\"work\"", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("list@work", "anthropic/claude-opus-5", "anthropic:work")]
    [TestCase("opus@me@example.com", "anthropic/claude-opus-5", "anthropic:me@example.com")]
    [TestCase("opus@anthropic:me@example.com", "anthropic/claude-opus-5", "anthropic:me@example.com")]
    [TestCase("gemini@google:me+tag@example.com", "google/gemini-4", "google:me+tag@example.com")]
    [TestCase("gpt@latest@key", "openai/gpt@latest", "openai:key")]
    [TestCase("openai/gpt@latest@openai:key", "openai/gpt@latest", "openai:key")]
    [TestCase("shared@key", "openai/shared", "openai:key")]
    public void Model_and_profile_of_its_provider_are_both_selected(string argument, string model, string profile)
    {
        Assert.That(Resolve(argument), Is.EqualTo(Selected(model, profile)));
    }

    [TestCase("@work", "anthropic:work")]
    [TestCase("@anthropic:work", "anthropic:work")]
    [TestCase("@me@example.com", "anthropic:me@example.com")]
    [TestCase("@\"work\"", "anthropic:work")]
    public void Profile_alone_keeps_the_model(string argument, string profile)
    {
        Assert.That(Resolve(argument), Is.EqualTo(Selected(null, profile)));
    }

    [Test]
    public void Id_that_differs_only_in_case_from_another_is_matched_exactly()
    {
        var match = Resolve("opus@anthropic:Work", Known.Profile("anthropic:Work"));

        Assert.That(match, Is.EqualTo(Selected("anthropic/claude-opus-5", "anthropic:Work")));
    }

    [Test]
    public void Id_that_matches_two_without_case_is_asked_about()
    {
        var match = Resolve("opus@WORK", Known.Profile("anthropic:Work")) as SelectorMatch.Ambiguous;

        Assert.That(match?.Code, Is.EqualTo(ErrorCode.ProfileAmbiguous));
        Assert.That(match?.Typed, Is.EqualTo(new[] { "opus@anthropic:work", "opus@anthropic:Work" }));
    }

    [Test]
    public void Short_name_of_two_profiles_of_the_provider_is_asked_about()
    {
        var match = Resolve("@work", Known.Profile("claude:work", "anthropic")) as SelectorMatch.Ambiguous;

        Assert.That(match?.Code, Is.EqualTo(ErrorCode.ProfileAmbiguous));
        Assert.That(match?.Typed, Is.EqualTo(new[] { "@anthropic:work", "@claude:work" }));
    }

    [Test]
    public void Short_name_of_a_profile_of_another_provider_does_not_count()
    {
        var match = Resolve("opus@work", Known.Profile("openai:work"));

        Assert.That(match, Is.EqualTo(Selected("anthropic/claude-opus-5", "anthropic:work")));
    }

    [Test]
    public void Profile_serves_the_provider_that_it_serves_and_not_the_one_in_its_id()
    {
        var match = Resolve("opus@claude:home", Known.Profile("claude:home", "anthropic")) as SelectorMatch.Selected;

        Assert.That(match?.Profile?.Id, Is.EqualTo(ProfileId.Parse("claude:home")));
    }

    [Test]
    public void Text_with_two_real_matches_is_asked_about_with_texts_that_mean_one_each()
    {
        var match = Resolve("gpt@latest", Known.Profile("openai:latest")) as SelectorMatch.Ambiguous;

        Assert.That(match?.Code, Is.EqualTo(ErrorCode.SelectorAmbiguous));
        Assert.That(match?.Typed, Is.EqualTo(new[] { "\"openai/gpt@latest\"", "gpt@openai:latest" }));
    }

    [Test]
    public void Bare_id_of_two_providers_is_asked_about()
    {
        var match = Resolve("shared") as SelectorMatch.Ambiguous;

        Assert.That(match?.Code, Is.EqualTo(ErrorCode.ModelAmbiguous));
        Assert.That(match?.Typed, Is.EqualTo(new[] { "anthropic/shared", "openai/shared" }));
    }

    [TestCase("anthropic/claude-next")]
    [TestCase("\"anthropic/claude-next\"")]
    public void Unlisted_model_of_a_known_provider_is_selected_and_marked_unverified(string argument)
    {
        Assert.That(Resolve(argument), Is.EqualTo(Selected("anthropic/claude-next", null, verified: false)));
    }

    private static IEnumerable<TestCaseData> Misses()
    {
        yield return new("nothing", ErrorCode.ModelUnknown, 8, Array.Empty<string>());
        yield return new("opsu", ErrorCode.ModelUnknown, 8, new[] { "opus" });
        yield return new("opuss", ErrorCode.ModelUnknown, 8, new[] { "opus" });
        yield return new("lisst", ErrorCode.ModelUnknown, 8, new[] { "opus" });
        yield return new("claude-opus-6", ErrorCode.ModelUnknown, 8, new[] { "opus" });
        yield return new("nobody/claude", ErrorCode.ModelUnknown, 8, Array.Empty<string>());
        yield return new("anthropic/claude-next@work", ErrorCode.ModelUnknown, 8, new[] { "opus@anthropic:work", "sonnet@anthropic:work" });
        yield return new("\"anthropic/claude-next\"@work", ErrorCode.ModelUnknown, 8, new[] { "opus@anthropic:work", "sonnet@anthropic:work" });
        yield return new("\"anthropic/claude@next\"", ErrorCode.ModelUnknown, 8, new[] { "opus", "sonnet" });
        yield return new("opuss@work", ErrorCode.ModelUnknown, 8, new[] { "opus@anthropic:work" });
        yield return new("nobody@nothing", ErrorCode.ModelUnknown, 8, Array.Empty<string>());
        yield return new("@", ErrorCode.ModelUnknown, 8, Array.Empty<string>());
        yield return new("opus@", ErrorCode.ProfileUnknown, 13, Array.Empty<string>());
        yield return new("opus@wrk", ErrorCode.ProfileUnknown, 13, new[] { "opus@anthropic:work" });
        yield return new("opus@antropic:work", ErrorCode.ProfileUnknown, 13, new[] { "opus@anthropic:work" });
        yield return new("\"opus\"@wrk", ErrorCode.ProfileUnknown, 15, new[] { "opus@anthropic:work" });
        yield return new("opus@\"anthropic: work\"", ErrorCode.ProfileUnknown, 13, new[] { "opus@anthropic:work" });
        yield return new("gpt@latest@kye", ErrorCode.ProfileUnknown, 19, new[] { "\"openai/gpt@latest\"@openai:key" });
        yield return new("@wrk", ErrorCode.ProfileUnknown, 9, new[] { "@anthropic:work" });
        yield return new("@me@example.con", ErrorCode.ProfileUnknown, 9, new[] { "@anthropic:me@example.com" });
        yield return new("opus@key", ErrorCode.ProfileOfOtherProvider, 13, new[] { "gpt@openai:key", "openai/shared@openai:key", "\"openai/gpt@latest\"@openai:key" });
        yield return new("opus@openai:key", ErrorCode.ProfileOfOtherProvider, 13, new[] { "gpt@openai:key", "openai/shared@openai:key", "\"openai/gpt@latest\"@openai:key" });
        yield return new("@google:me+tag@example.com", ErrorCode.ProfileOfOtherProvider, 9, new[] { "\"gemini\"@\"google:me+tag@example.com\"" });
    }

    [TestCaseSource(nameof(Misses))]
    public void Text_without_a_real_match_is_an_error_with_offers(string argument, ErrorCode code, int column, string[] near)
    {
        var match = Resolve(argument) as SelectorMatch.Unknown;

        Assert.That((match?.Code, match?.Column), Is.EqualTo((code, column)));
        Assert.That(match?.Near, Is.EqualTo(near));
    }

    [TestCase("gpt", "model-not-allowed", 8)]
    [TestCase("gpt@key", "model-not-allowed", 8)]
    [TestCase("gpt@nobody", "model-not-allowed", 8)]
    [TestCase("openai/gpt@latest", "model-not-allowed", 8)]
    [TestCase("opus@key", "profile-of-other-provider", 13)]
    [TestCase("anthropic/claude-next", "model-not-allowed", 8)]
    public void Model_outside_of_the_allowlist_is_refused_and_never_offered(string argument, string code, int column)
    {
        var match = Resolve(argument, Known.CatalogOf(Known.Opus), Known.Profiles) as SelectorMatch.Unknown;

        Assert.That((match?.Code.Id, match?.Column), Is.EqualTo((code, column)));
        Assert.That(match?.Near, Is.Empty);
    }

    [Test]
    public void Bare_id_of_which_one_is_allowed_is_that_one()
    {
        var match = Resolve("shared", Known.CatalogOf(ModelRef.Parse("openai/shared")), Known.Profiles);

        Assert.That(match, Is.EqualTo(Selected("openai/shared", null)));
    }

    [TestCase("x")]
    [TestCase("@")]
    [TestCase("opus@")]
    [TestCase("a/b@")]
    public void Long_selector_is_unknown_without_heavy_work(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.That(Resolve(text), Is.InstanceOf<SelectorMatch.Unknown>());
    }
}
