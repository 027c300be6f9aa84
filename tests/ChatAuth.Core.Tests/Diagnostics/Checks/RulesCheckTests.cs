using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class RulesCheckTests
{
    private CheckedHost _host = new();

    [SetUp]
    public void Begin()
    {
        _host = new CheckedHost();
        _host.Credentials.Key("anthropic:home");
    }

    [Test]
    public async Task Without_rules_nothing_was_looked_at() => Assert.That(await Check().RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    [Test]
    public async Task Rules_that_each_decide_something_pass()
    {
        var findings = await Find(
            Rule("a", RuleEffect.Forbid, ["anthropic:work"], kinds: ["shared"]), Rule("b", RuleEffect.Prefer, ["anthropic:work"]), Rule("c", RuleEffect.Prefer, ["anthropic:home"]));

        Assert.That(findings, Is.Empty);
    }

    [TestCase(RuleEffect.Prefer, "warning rule-names-missing")]
    [TestCase(RuleEffect.Forbid, "warning rule-names-missing")]
    [TestCase(RuleEffect.Require, "error rule-leaves-nobody")]
    public async Task Missing_profile_is_found(RuleEffect effect, string finding) =>
        Assert.That(await Find(Rule("a", effect, ["anthropic:gone"])), Is.EqualTo(new[] { finding }));

    [Test]
    public async Task Preference_for_what_is_forbidden_everywhere_never_wins([Values] bool forbidFirst)
    {
        ProfileRule[] rules = [Rule("a", RuleEffect.Forbid, ["anthropic:work", "anthropic:home"]), Rule("b", RuleEffect.Prefer, ["anthropic:work"], kinds: ["shared"])];
        if (!forbidFirst) Array.Reverse(rules);

        Assert.That(await Find(rules), Is.EqualTo(new[] { "warning rule-never-wins" }));
    }

    [Test]
    public async Task Preference_for_what_is_forbidden_elsewhere_can_win()
    {
        var findings = await Find(
            Rule("a", RuleEffect.Forbid, ["anthropic:work"], kinds: ["shared"]), Rule("b", RuleEffect.Prefer, ["anthropic:work"], kinds: ["shared", "private"]));

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public async Task Preference_for_what_no_requirement_admits_never_wins()
    {
        var findings = await Find(Rule("a", RuleEffect.Require, ["anthropic:home"]), Rule("b", RuleEffect.Prefer, ["anthropic:work"]));

        Assert.That(findings, Is.EqualTo(new[] { "warning rule-never-wins" }));
    }

    [Test]
    public async Task Preference_for_what_another_requirement_admits_can_win()
    {
        var findings = await Find(
            Rule("a", RuleEffect.Require, ["anthropic:home"]), Rule("b", RuleEffect.Require, ["anthropic:work"], kinds: ["shared"]), Rule("c", RuleEffect.Prefer, ["anthropic:work"]));

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public async Task Rule_about_models_that_its_profiles_do_not_serve_never_wins() =>
        Assert.That(await Find(Rule("a", RuleEffect.Prefer, ["anthropic:work"], ["openai/*"])), Is.EqualTo(new[] { "warning rule-never-wins" }));

    [TestCase(RuleEffect.Prefer)]
    [TestCase(RuleEffect.Forbid)]
    [TestCase(RuleEffect.Require)]
    public async Task Rule_that_an_earlier_one_says_too_is_shadowed(RuleEffect effect)
    {
        var findings = await Find(
            Rule("a", effect, ["anthropic:work", "anthropic:home"], ["anthropic/*"]), Rule("b", effect, ["anthropic:work"], ["anthropic/claude-opus-4-5"]));

        Assert.That(findings, Is.EqualTo(new[] { "warning rule-shadowed" }));
    }

    private RulesCheck Check() => new(_host.Agents, _host.Settings);

    private Task<IReadOnlyList<string>> Find(params ProfileRule[] rules)
    {
        _host.Settings = _host.Settings with { Rules = rules };
        return CheckedHost.FindAsync(Check());
    }

    private static ProfileRule Rule(string id, RuleEffect effect, string[] profiles, string[]? models = null, string[]? kinds = null) =>
        new(id, effect, [.. profiles.Select(text => ProfileId.Parse(text))], models ?? [], [], kinds ?? [], []);
}
