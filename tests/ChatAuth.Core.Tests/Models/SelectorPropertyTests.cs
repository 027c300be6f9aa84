using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Tests.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Core.Tests.Models;

/// <summary>What holds for every catalog, every profile and every misspelling.</summary>
internal sealed class SelectorPropertyTests
{
    private const string EditAlphabet = "aeorwkA1@:/.+-_\" ?\u202E";

    /// <summary>Few and short pieces, so that ids collide with each other, with splits of each other and with words.</summary>
    private static readonly Gen<string> Names = Gen.Elements("a", "b", "A", "@", ":", "/", ".", "list", "3").NonEmptyListOf()
        .Select(pieces => string.Concat(pieces.Take(5)));

    private static readonly Gen<ModelRef> Models = Gen.Elements("p", "q").Zip(Names, (provider, name) => ModelRef.Parse($"{provider}/{name}"));

    private static readonly Gen<KnownProfile> Profiles = Gen.Elements("p", "q", "r").Zip(Gen.Elements("p", "q")).Zip(Names)
        .Select(parts => Known.Profile($"{parts.Item1.Item1}:{parts.Item2}", parts.Item1.Item2));

    private static readonly Gen<World> Worlds = Models.NonEmptyListOf().Zip(Profiles.NonEmptyListOf()).Zip(Gen.Choose(0, 5)).Select(parts =>
        World.Of(parts.Item1.Item1.Distinct().Take(8).ToArray(), parts.Item1.Item2.DistinctBy(one => one.Id).Take(8).ToArray(), parts.Item2));

    private static SelectorMatch? Resolve(string argument, World world) =>
        ModelCommandParser.Parse($"/model {argument}", world.Catalog, Typed.Telegram).Command is ModelCommand.Select { Span: null, DryRun: false } select
            ? SelectorResolver.Resolve(select.Selector, world.Catalog, world.Profiles, world.Catalog.Default)
            : null;

    [Test]
    public void Quoted_form_of_any_model_and_profile_means_exactly_that_pair()
    {
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            foreach (var (model, profile) in world.Pairs)
                Assert.That(Resolve($"\"{model}\"@\"{profile.Id}\"", world), Is.EqualTo(new SelectorMatch.Selected(model, true, profile)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void Written_selector_means_exactly_what_it_was_written_for()
    {
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            foreach (var (model, profile) in world.Pairs)
                Assert.That(
                    Resolve(SelectorText.Of(model, profile.Id, world.Catalog), world),
                    Is.EqualTo(new SelectorMatch.Selected(model, true, profile)));
            foreach (var model in world.Catalog.Models)
                Assert.That(
                    Resolve(SelectorText.Of(model.Ref, null, world.Catalog), world),
                    Is.EqualTo(new SelectorMatch.Selected(model.Ref, true, null)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void Every_offered_text_means_one_thing()
    {
        var typed = Worlds.Zip(Names.Zip(Names, (left, right) => left + right));

        Prop.ForAll(typed.ToArbitrary(), pair =>
        {
            IReadOnlyList<string> offers = Resolve(pair.Item2, pair.Item1) switch
            {
                SelectorMatch.Ambiguous ambiguous => ambiguous.Typed,
                SelectorMatch.Unknown unknown => unknown.Near,
                _ => [],
            };

            Assert.That(offers.Select(offer => Resolve(offer, pair.Item1)), Is.All.InstanceOf<SelectorMatch.Selected>());
            Assert.That(offers, Is.Unique);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Text_with_an_at_sign_selects_an_unpinned_model_only_by_its_own_full_name()
    {
        Prop.ForAll(Worlds.Zip(Names.Zip(Names, (left, right) => $"{left}@{right}")).ToArbitrary(), pair =>
        {
            var (world, text) = pair;
            if (Resolve(text, world) is not SelectorMatch.Selected { Profile: null, Model: { } model }) return;

            Assert.That(text, Is.EqualTo(model.ToString()).IgnoreCase.Or.EqualTo(model.Model).IgnoreCase);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Test]
    public void Misspelt_profile_never_becomes_an_unpinned_model_or_another_profile()
    {
        var world = new World(Known.Catalog, Known.Profiles);
        foreach (var (model, profile) in new[] { ("opus", "anthropic:work"), ("opus", "anthropic:me@example.com"), ("gpt", "openai:key"), ("gemini", "google:me+tag@example.com") })
        {
            foreach (var misspelt in EditsOf(profile))
            {
                if (Resolve($"{model}@{misspelt}", world) is not SelectorMatch.Selected selected) continue;

                Assert.That(selected.Profile?.Id.ToString(), Is.EqualTo(profile), misspelt);
                Assert.That(selected.Profile?.Id.ToString(), Is.EqualTo(misspelt.Trim()).IgnoreCase, misspelt);
            }
        }
    }

    [Test]
    public void Misspelt_profile_in_any_world_is_at_most_another_known_name()
    {
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            foreach (var (model, profile) in world.Pairs.Take(4))
            {
                foreach (var misspelt in EditsOf(profile.Id.ToString()).Where(text => !text.Contains('"')))
                {
                    if (Resolve($"\"{model}\"@{misspelt}", world) is not SelectorMatch.Selected selected) continue;

                    Assert.That(
                        misspelt.Trim(),
                        Is.EqualTo(selected.Profile?.Id.ToString()).IgnoreCase.Or.EqualTo(selected.Profile?.Id.Name).IgnoreCase);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static IEnumerable<string> EditsOf(string text)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var inserted in EditAlphabet) yield return text.Insert(i, inserted.ToString());
            if (i == text.Length) yield break;
            yield return text.Remove(i, 1);
            foreach (var other in EditAlphabet.Where(other => other != text[i])) yield return text.Remove(i, 1).Insert(i, other.ToString());
            if (i + 1 < text.Length && text[i] != text[i + 1]) yield return text.Remove(i, 1).Insert(i + 1, text[i].ToString());
        }
    }

    private sealed record World(ModelCatalog Catalog, IReadOnlyList<KnownProfile> Profiles)
    {
        public IEnumerable<(ModelRef Model, KnownProfile Profile)> Pairs =>
            from model in Catalog.Models
            from profile in Profiles
            where model.Ref.Provider == profile.Provider
            select (model.Ref, profile);

        public static World Of(ModelRef[] models, KnownProfile[] profiles, int aliased) => new(
            new ModelCatalog([.. models.Select((model, i) => new CatalogModel(model, i == aliased ? ["list", "7"] : []))], models[0], []),
            profiles);

        public override string ToString() => $"{string.Join(" ", Catalog.Models.Select(model => model.Ref))} | {string.Join(" ", Profiles.Select(one => $"{one.Id}({one.Provider})"))}";
    }
}
