using System.Runtime.Versioning;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Seed;

/// <summary>What <c>docs/clawdbot.md</c> shows is what the program prints, command by command. <c>CHATAUTH_UPDATE_GOLDEN=1</c> writes it anew.</summary>
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
internal sealed class SeedCommandTests
{
    private const string Document = "docs/clawdbot.md";

    private SeedHost _host = null!;

    [SetUp]
    public void SetUp() => _host = new SeedHost();

    [TearDown]
    public void TearDown() => _host.Dispose();

    [Test]
    public async Task Key_of_the_environment()
    {
        _host.Cli.Variables["ANTHROPIC_API_KEY"] = "FAKE-key";

        await _host.RunAsync("models status");

        Matches("environment");
    }

    [Test]
    public async Task Key_of_the_env_file()
    {
        await _host.Cli.RunAsync("models status");

        await _host.ShellAsync("umask 022; echo ANTHROPIC_API_KEY=FAKE-key >> ~/.chatauth/.env");
        await _host.RunAsync("models status");
        await _host.RunAsync("doctor --fix");

        Matches("env-file");
    }

    [Test]
    public async Task Onboarding()
    {
        _host.Cli.Variables["ANTHROPIC_API_KEY"] = "FAKE-key";

        await _host.RunAsync("onboard --use-env");

        Matches("onboard");
    }

    [Test]
    public async Task Sign_in_of_claude_code()
    {
        await _host.ShellAsync("claude setup-token");
        await _host.RunAsync("models status");
        await _host.RunAsync("doctor");

        Matches("claude");
    }

    [Test]
    public async Task Wrapper_of_setup_token()
    {
        Assume.That("/usr/bin/script", Does.Exist, "script is missing: apt-get install bsdutils");

        await _host.RunOnTerminalAsync("models auth setup-token --provider anthropic", "\r");
        await _host.RunAsync("models status --check", last: 1);

        Matches("setup-token");
    }

    [Test]
    public async Task Pasted_tokens()
    {
        await _host.RunAsync("models auth paste-token --provider anthropic", "FAKE-token\n");
        await _host.RunAsync("models auth paste-token --provider openrouter", "FAKE-token\n");

        Matches("paste-token");
    }

    [Test]
    public async Task Check()
    {
        await _host.RunAsync("models status --check", last: 1);
        await _host.Cli.RunAsync("models auth paste-token --provider anthropic --expires-in 8h", "FAKE-token\n");
        await _host.RunAsync("models status --check", last: 1);
        await _host.Cli.RunAsync("models auth paste-token --provider anthropic", "FAKE-token\n");
        await _host.RunAsync("models status --check", last: 1);

        Matches("check");
    }

    [Test]
    public async Task Order()
    {
        await _host.Cli.RunAsync("models auth paste-token --provider anthropic", "FAKE-token\n");
        await _host.Cli.RunAsync("models auth paste-token --provider anthropic --agent research", "FAKE-token\n");
        await _host.ShellAsync("claude setup-token");
        await _host.Cli.RunAsync("models status");

        await _host.RunAsync("models auth order get --provider anthropic");
        await _host.RunAsync("models auth order set --provider anthropic anthropic:claude-cli");
        await _host.RunAsync("models auth order get --provider anthropic");
        await _host.RunAsync("models auth order get --provider anthropic --agent research");
        await _host.RunAsync("models auth order clear --provider anthropic");

        Matches("order");
    }

    [Test]
    public async Task Chat_commands()
    {
        await _host.Cli.RunAsync("models auth paste-token --provider anthropic --profile-id default", "FAKE-token\n");

        foreach (var line in (string[])["/model", "/model list", "/model opus@anthropic:default", "/model status"]) await _host.ChatAsync(line);

        Matches("chat");
    }

    private void Matches(string part) => GoldenFile.Matches(Document, part, _host.Page);
}
