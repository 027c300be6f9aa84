using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class OrderCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Agents.Put("anthropic:home", TestInstallation.Key());
        _installation.Agents.Put("openai:team", TestInstallation.Key());
    }

    [Test]
    public async Task Get_without_an_order_says_none()
    {
        var run = await _installation.RunAsync("models auth order get --provider anthropic");

        Assert.That(run.Output, Is.EqualTo("""
            Agent     main
            Provider  anthropic
            Store     /state/agents/main/agent/auth-profiles.json
            Order     (none)

            """));
    }

    [Test]
    public async Task Get_names_the_store_that_the_order_comes_from()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home", "anthropic:work"]);

        var run = await _installation.RunAsync("models auth order get --provider Anthropic");

        Assert.That(run.Output, Does.EndWith("Order     anthropic:home, anthropic:work\nFrom      this agent's store\n"));
    }

    [Test]
    public async Task Get_names_the_configuration_when_the_store_has_none()
    {
        var provider = ProviderId.Parse("anthropic");
        _installation.Settings = _installation.Settings with
        {
            Orders = new Dictionary<ProviderId, ProfileOrder> { [provider] = new([ProfileId.Parse("anthropic:work")], "configuration") },
        };

        var run = await _installation.RunAsync("models auth order get --provider anthropic");

        Assert.That(run.Output, Does.Contain("From      configuration"));
    }

    [Test]
    public async Task Get_does_not_show_an_inherited_order_as_the_agents_own()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);
        _installation.Agents.Put("openai:own", TestInstallation.Key(), agent: "research");

        var run = await _installation.RunAsync("models auth order get --provider anthropic --agent research");

        Assert.That(run.Output, Does.StartWith("Agent     research\n").And.Contain("From      the main agent's store"));
    }

    [Test]
    public async Task Get_as_json_has_the_names_of_the_original()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);

        var run = await _installation.RunAsync("models auth order get --provider anthropic --json");

        Assert.That(run.Output, Is.EqualTo("""
            {
              "agentId": "main",
              "agentDir": "/state/agents/main/agent",
              "provider": "anthropic",
              "authStorePath": "/state/agents/main/agent/auth-profiles.json",
              "order": [
                "anthropic:home"
              ],
              "source": "store"
            }

            """));
    }

    [Test]
    public async Task Get_of_an_unknown_provider_fails()
    {
        var run = await _installation.RunAsync("models auth order get --provider anthropik");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[provider-unknown]").And.Not.Contain("anthropik"));
    }

    [Test]
    public async Task Set_saves_the_order_without_repetitions()
    {
        var run = await _installation.RunAsync("models auth order set anthropic:home anthropic:work anthropic:home --provider anthropic");

        var get = await _installation.RunAsync("models auth order get --provider anthropic --json");
        Assert.That(run.Output, Is.EqualTo("The order of anthropic is now anthropic:home, anthropic:work.\n"));
        Assert.That(OrderIn(get.Output), Is.EqualTo(new[] { "anthropic:home", "anthropic:work" }));
    }

    [TestCase("anthropic:hme", "[profile-unknown]")]
    [TestCase("work", "[profile-unknown]")]
    [TestCase("openai:team", "[profile-of-other-provider]")]
    public async Task Set_refuses_what_does_not_serve_the_provider_and_saves_nothing(string id, string code)
    {
        var run = await _installation.RunAsync($"models auth order set anthropic:home {id} --provider anthropic");

        var get = await _installation.RunAsync("models auth order get --provider anthropic");
        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain(code).And.Contain("(profile 2 of 2)").And.Not.Contain(id));
        Assert.That(get.Output, Does.Contain("(none)"));
    }

    [Test]
    public async Task Set_without_any_profile_is_a_usage_error()
    {
        var run = await _installation.RunAsync("models auth order set --provider anthropic");

        Assert.That(run.ExitCode, Is.EqualTo(64));
    }

    [Test]
    public async Task Set_for_another_agent_leaves_mains_order_alone()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);

        await _installation.RunAsync("models auth order set anthropic:work --provider anthropic --agent research");

        var main = await _installation.RunAsync("models auth order get --provider anthropic --json");
        var other = await _installation.RunAsync("models auth order get --provider anthropic --agent research --json");
        Assert.That(OrderIn(main.Output), Is.EqualTo(new[] { "anthropic:home" }));
        Assert.That(OrderIn(other.Output), Is.EqualTo(new[] { "anthropic:work" }));
    }

    [Test]
    public async Task Clear_says_that_there_was_an_order()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);

        var run = await _installation.RunAsync("models auth order clear --provider anthropic");

        Assert.That(run.Output, Is.EqualTo("The order of anthropic is cleared.\n"));
    }

    [Test]
    public async Task Clear_says_that_there_was_none()
    {
        var run = await _installation.RunAsync("models auth order clear --provider anthropic");

        Assert.That(run.Output, Is.EqualTo("This agent had no order of its own for anthropic.\n"));
    }

    [Test]
    public async Task Clear_on_an_agent_does_not_claim_to_have_cleared_mains_order()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);
        _installation.Agents.Put("openai:own", TestInstallation.Key(), agent: "research");

        var run = await _installation.RunAsync("models auth order clear --provider anthropic --agent research");

        Assert.That(run.Output, Is.EqualTo("""
            This agent had no order of its own for anthropic.
            The order that holds now comes from the main agent's store.

            """));
    }

    [Test]
    public async Task Clear_as_json_says_whether_there_was_one()
    {
        _installation.Agents.Order("anthropic", ["anthropic:home"]);

        var first = await _installation.RunAsync("models auth order clear --provider anthropic --json");
        var second = await _installation.RunAsync("models auth order clear --provider anthropic --json");

        Assert.That(ClearedIn(first.Output), Is.True);
        Assert.That(ClearedIn(second.Output), Is.False);
    }

    [Test]
    public async Task Set_takes_a_key_of_the_environment()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Holds(("anthropic", "process ANTHROPIC_API_KEY"));

        var run = await _installation.RunAsync("models auth order set anthropic:env anthropic:work --provider anthropic");

        Assert.That(run.Output, Is.EqualTo("The order of anthropic is now anthropic:env, anthropic:work.\n"));
    }

    private static bool ClearedIn(string json) => JsonDocument.Parse(json).RootElement.GetProperty("cleared").GetBoolean();

    private static IEnumerable<string?> OrderIn(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("order").EnumerateArray().Select(id => id.GetString());
}
