using ChatAuth.Channels.Discord;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class DiscordChoicesTests
{
    private static readonly CompletionNames s_names = new(
        [
            new(ModelRef.Parse("anthropic/claude-opus-4-5"), ["opus"], "Claude Opus 4.5"),
            new(ModelRef.Parse("anthropic/claude-sonnet-4-5"), ["sonnet", "son"], "Claude Sonnet 4.5"),
            new(ModelRef.Parse("ollama/qwen3:8b"), []),
        ],
        [ProfileId.Parse("anthropic:work"), ProfileId.Parse("anthropic:Personal"), ProfileId.Parse("anthropic:personal"), ProfileId.Parse("ollama:local")],
        ProviderId.Parse("anthropic"));

    [TestCase("opus", "opus", "opus@work", "opus@anthropic:Personal", "opus@anthropic:personal", "anthropic/claude-opus-4-5")]
    [TestCase("OPUS@W", "opus@work")]
    [TestCase("un", "undo", "unpin")]
    [TestCase("s", "sonnet", "son", "status", "sonnet@work")]
    [TestCase("@", "@work", "@anthropic:Personal", "@anthropic:personal", "opus@work")]
    [TestCase("loc", "ollama/qwen3:8b@local")]
    [TestCase(" stat ", "status")]
    public void Choice_is_completed_by_what_begins_so_then_by_what_holds_it(string begun, params string[] first) =>
        Assert.That(Values("choice", begun).Take(first.Length), Is.EqualTo(first));

    [Test]
    public void Nothing_typed_offers_aliases_then_words() =>
        Assert.That(Values("choice", "").Take(5), Is.EqualTo(new[] { "opus", "sonnet", "son", "allow", "deny" }));

    [Test]
    public void With_is_completed_by_models_and_accounts_only()
    {
        Assert.That(Values("with", "s"), Has.None.EqualTo("status").And.Some.EqualTo("sonnet"));
        Assert.That(Values("with", "@"), Has.None.StartsWith("@").And.Some.EqualTo("opus@work"));
    }

    [Test]
    public void Name_says_what_an_alias_stands_for() =>
        Assert.That(DiscordChoices.Of(s_names, "choice", "opus")[0], Is.EqualTo(new DiscordChoice("opus · Claude Opus 4.5", "opus")));

    [TestCase("choice", "opus for 2h")]
    [TestCase("choice", "claim")]
    [TestCase("choice", "clear")]
    [TestCase("choice", "sk-ant-api03-FAKE")]
    [TestCase("for", "2")]
    public void Nothing_is_offered_for_what_is_no_name(string option, string begun) => Assert.That(Values(option, begun), Is.Empty);

    [Test]
    public void Any_names_keep_the_limits() =>
        Prop.ForAll(Gen.Choose(1, 120).ArrayOf().ToArbitrary(), lengths =>
        {
            var names = s_names with
            {
                Models = [.. lengths.Select((length, i) => new CatalogModel(ModelRef.Parse($"vendor/{i}{new string('m', length)}"), [$"a{i}{new string('a', length)}"], new string('l', length)))],
            };

            return DiscordChoices.Of(names, "choice", "") is { Count: <= 25 } choices
                && choices.All(choice => choice is { Name.Length: > 0 and <= 100, Value.Length: > 0 and <= 100 })
                && choices.DistinctBy(choice => choice.Value).Count() == choices.Count;
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Values(string option, string begun) => DiscordChoices.Of(s_names, option, begun).Select(choice => choice.Value);
}
