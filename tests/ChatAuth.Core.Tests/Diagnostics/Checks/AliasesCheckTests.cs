using ChatAuth.Core.Diagnostics.Checks;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class AliasesCheckTests
{
    [TestCase("opus")]
    [TestCase("claude-opus-4-5")]
    [TestCase("sonnet")]
    public async Task Alias_that_means_one_thing_passes(string alias) => Assert.That(await Find(alias), Is.Empty);

    [TestCase("gpt-5.2", "warning alias-shadows-model")]
    [TestCase("GPT-5.2", "warning alias-shadows-model")]
    [TestCase("work", "warning alias-shadows-profile")]
    [TestCase("stat", "warning alias-near-command")]
    [TestCase("hlep", "warning alias-near-command")]
    public async Task Alias_that_hides_something_is_found(string alias, string finding) => Assert.That(await Find(alias), Is.EqualTo(new[] { finding }));

    private static Task<IReadOnlyList<string>> Find(string alias)
    {
        var host = new CheckedHost();
        host.Settings = host.Settings with { Catalog = CheckedHost.Models([alias]) };
        return CheckedHost.FindAsync(new AliasesCheck(host.Agents, host.Settings));
    }
}
