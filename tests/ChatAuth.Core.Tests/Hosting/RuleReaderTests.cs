using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class RuleReaderTests
{
    [Test]
    public void Rule_is_read_with_canonical_patterns()
    {
        var rule = Written.Read(options => options.Auth.Rules.Add(new()
        {
            Id = "no-private-key", Effect = "Forbid", Profiles = { "Anthropic:home" }, Models = { "Z.ai/*", "OpenAI/gpt-5.2" },
            Conversations = { "discord:bot:7" }, Kinds = { "Shared", "Cron" }, People = { "discord:9" },
        })).Rules.Single();

        Assert.That((rule.Id, rule.Effect), Is.EqualTo(("no-private-key", RuleEffect.Forbid)));
        Assert.That(rule.Profiles.Single().ToString(), Is.EqualTo("anthropic:home"));
        Assert.That(rule.Models, Is.EqualTo(new[] { "zai/*", "openai/gpt-5.2" }));
        Assert.That(rule.Kinds, Is.EqualTo(new[] { "shared", "Cron" }));
        Assert.That(rule.Conversations.Single().ToString(), Is.EqualTo("discord:bot:7"));
        Assert.That(rule.People.Single().Id, Is.EqualTo(9));
    }

    [Test]
    public void Rule_without_profiles_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Auth.Rules.Add(new() { Id = "r", Effect = "prefer" }));

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Rules[0].Profiles: must name at least one profile" }));
    }

    [Test]
    public void Rule_id_that_stands_twice_is_refused()
    {
        var rule = new RuleOptions { Id = "r", Effect = "prefer", Profiles = { "a:b" } };

        var problems = Written.ProblemsOf(options => options.Auth.Rules = [rule, rule]);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Rules[1].Id: must be unique; 'r' stands before it" }));
    }

    [TestCase("*")]
    [TestCase("opus")]
    [TestCase("anthropic/claude-*")]
    [TestCase("/*")]
    public void Rule_model_that_would_match_nothing_is_refused(string pattern)
    {
        var problems = Written.ProblemsOf(options => options.Auth.Rules.Add(new()
        {
            Id = "r", Effect = "prefer", Profiles = { "a:b" }, Models = { pattern },
        }));

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Rules[0].Models[0]: must be provider/model or provider/*" }));
    }

    [Test]
    public void Rule_id_that_is_too_long_to_show_is_not_quoted()
    {
        var rule = new RuleOptions { Id = new string('x', 80), Effect = "prefer", Profiles = { "a:b" } };

        var problems = Written.ProblemsOf(options => options.Auth.Rules = [rule, rule]);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Rules[1].Id: must be unique; the same text stands before it" }));
    }
}
