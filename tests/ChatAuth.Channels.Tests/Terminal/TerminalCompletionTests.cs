using ChatAuth.Channels.Terminal;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Channels.Tests.Terminal;

internal sealed class TerminalCompletionTests
{
    private static readonly CompletionNames s_names = new(
        [
            new CatalogModel(ModelRef.Parse("anthropic/claude-opus-4-5"), ["opus"], "Claude Opus 4.5"),
            new CatalogModel(ModelRef.Parse("openai/gpt-5"), ["gpt"]),
            new CatalogModel(ModelRef.Parse("google/gemini@beta"), []),
        ],
        [ProfileId.Parse("anthropic:work"), ProfileId.Parse("anthropic:home"), ProfileId.Parse("openai:work"), ProfileId.Parse("google:me@example.com")],
        ProviderId.Parse("anthropic"));

    [TestCase("hello /model s", new string[0])]
    [TestCase("/mo", new[] { "/model", "/models" })]
    [TestCase("/O", new[] { "/opus" })]
    [TestCase("/q", new[] { "/quit" })]
    [TestCase("/model st", new[] { "status" })]
    [TestCase("/MODEL: st", new[] { "status" })]
    [TestCase("/model o", new[] { "opus", "openai/gpt-5" })]
    [TestCase("/model anth", new[] { "anthropic/claude-opus-4-5" })]
    [TestCase("/model opus@", new[] { "opus@work", "opus@home" })]
    [TestCase("/model OPUS@w", new[] { "opus@work" })]
    [TestCase("/model gpt@", new[] { "gpt@work" })]
    [TestCase("/model gpt@o", new[] { "gpt@openai:work" })]
    [TestCase("/model google/gemini@", new[] { "google/gemini@beta" })]
    [TestCase("/model google/gemini@beta@", new[] { "google/gemini@beta@me@example.com" })]
    [TestCase("/model @", new[] { "@work", "@home" })]
    [TestCase("/opus@", new[] { "/opus@work", "/opus@home" })]
    [TestCase("/model opus ", new[] { "for", "?" })]
    [TestCase("/opus@work ", new[] { "for", "?" })]
    [TestCase("/model opus for ", new[] { "30m", "1h", "2h", "8h", "1d", "1w" })]
    [TestCase("/model opus for 2h ", new[] { "?" })]
    [TestCase("/opus explain ", new string[0])]
    [TestCase("/model list ", new[] { "anthropic", "openai", "google" })]
    [TestCase("/model allow ", new[] { "once", "session", "never" })]
    [TestCase("/model clear @open", new[] { "@openai:work" })]
    [TestCase("/model test g", new[] { "gpt", "google/gemini@beta" })]
    [TestCase("/model status ", new string[0])]
    [TestCase("/unknown ", new string[0])]
    public void Line_can_go_on_with(string typed, string[] candidates) =>
        Assert.That(TerminalCompletion.Complete(typed, typed.Length, s_names).Select(candidate => candidate.Text), Is.EqualTo(candidates));

    [Test]
    public void Candidate_replaces_the_word_before_the_cursor_only()
    {
        var candidate = TerminalCompletion.Complete("/model op rest", 9, s_names)[0];

        Assert.That(candidate, Is.EqualTo(new TerminalCandidate(7, "opus", "Claude Opus 4.5")));
    }

    [Test]
    public void Every_word_of_the_command_is_offered() =>
        Assert.That(
            TerminalCompletion.Complete("/model ", 7, CompletionNames.None).Select(candidate => candidate.Text),
            Is.EqualTo(CompletionNames.Words).And.Contains("claim").And.Contains("status"));

    [Test]
    public void Names_are_offered_only_from_what_the_person_may_see() =>
        Assert.That(TerminalCompletion.Complete("/model opus@", 12, s_names with { Profiles = [] }), Is.Empty);

    [Test]
    public void Current_provider_that_may_not_be_seen_offers_no_account() =>
        Assert.That(TerminalCompletion.Complete("/model @", 8, s_names with { Current = null }), Is.Empty);
}
