using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class ImportsCheckTests
{
    private CheckedHost _host = new();

    [SetUp]
    public void Begin() => _host = new CheckedHost();

    [TestCase(ImportResult.Nothing)]
    [TestCase(ImportResult.Removed)]
    public async Task Without_another_programs_login_nothing_was_looked_at(ImportResult result) =>
        Assert.That(await Check(result).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    [TestCase(ImportResult.Unusable, "error import-unusable", "claude setup-token")]
    [TestCase(ImportResult.NotSaved, "error import-not-saved", "Update this program.")]
    [TestCase(ImportResult.Ended, "warning import-ended", "claude setup-token")]
    [TestCase(ImportResult.Refused, "warning import-refused", "claude setup-token")]
    [TestCase(ImportResult.AccountChanged, "warning import-account-changed", "/model status")]
    [TestCase(ImportResult.Unproven, "warning import-unproven", "claude setup-token")]
    [TestCase(ImportResult.Added, "warning import-not-accepted", "chatauth models auth accept claude-cli")]
    [TestCase(ImportResult.Kept, "warning import-not-accepted", "chatauth models auth accept claude-cli")]
    public async Task What_became_of_a_login_is_found_with_its_remedy(ImportResult result, string finding, string remedy)
    {
        Assert.That(await CheckedHost.FindAsync(Check(result)), Is.EqualTo(new[] { finding }));
        Assert.That(await CheckedHost.RemediesAsync(Check(result)), Is.EqualTo(new[] { remedy }));
    }

    [Test]
    public async Task Reason_why_a_login_cannot_be_used_is_told()
    {
        var found = (CheckResult.Found)await Check(ImportResult.Unusable).RunAsync(default);

        Assert.That(found.Findings.Single().Message, Does.Contain("It is a pipe."));
    }

    [Test]
    public async Task Login_that_an_order_lists_is_accepted()
    {
        _host.Credentials.Order("anthropic", "anthropic:claude-cli");

        Assert.That(await CheckedHost.FindAsync(Check(ImportResult.Kept)), Is.Empty);
    }

    [Test]
    public async Task Login_that_the_operator_accepted_passes()
    {
        _host.Settings = _host.Settings with { Imports = new Dictionary<string, ImportSettings> { ["claude-cli"] = new("claude-cli", Accepted: true) } };

        Assert.That(await CheckedHost.FindAsync(Check(ImportResult.Renewed)), Is.Empty);
    }

    private ImportsCheck Check(ImportResult result)
    {
        var outcome = new ImportOutcome(
            "claude-cli", "Claude Code", ProfileId.Parse("anthropic:claude-cli"), "claude setup-token", result, "It is a pipe.", ErrorCode.StoreNewer);
        return new(_ => Task.FromResult<IReadOnlyList<ImportOutcome>>([outcome]), _host.Agents, _host.Settings);
    }
}
