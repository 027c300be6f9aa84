using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class ClaudeCommandCheckTests
{
    private CheckedHost _host = new();

    [SetUp]
    public void Begin() => _host = new CheckedHost();

    [Test]
    public async Task Program_is_needed_only_where_its_login_is_stored() => Assert.That(await Check(null).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    [TestCase(null, "warning claude-command-missing")]
    [TestCase("/usr/bin/claude")]
    public async Task Login_of_the_program_needs_it_on_the_path(string? path, params string[] findings)
    {
        _host.Credentials.Token("anthropic:claude-cli");

        Assert.That(await CheckedHost.FindAsync(Check(path)), Is.EqualTo(findings));
    }

    private ClaudeCommandCheck Check(string? path) => new(_host.Agents, _host.Settings, name => name == "claude" ? path : null);
}
