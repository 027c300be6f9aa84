using ChatAuth.Core.Access;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class OwnerCheckTests
{
    private static readonly Person Someone = new("telegram", 42);

    private CheckedHost _host = new();

    [SetUp]
    public void Begin() => _host = new CheckedHost();

    [Test]
    public async Task Bot_with_an_owner_passes()
    {
        await _host.Stores.Access.SaveOwnerAsync(Someone, owner: true, default);

        Assert.That(await CheckedHost.FindAsync(Check(hasBot: true)), Is.Empty);
    }

    [Test]
    public async Task Bot_without_an_owner_and_rules_is_an_error_with_the_command_to_claim_it()
    {
        Assert.That(await CheckedHost.FindAsync(Check(hasBot: true)), Is.EqualTo(new[] { "error owner-missing" }));
        Assert.That(await CheckedHost.RemediesAsync(Check(hasBot: true)), Is.EqualTo(new[] { "chatauth access claim" }));
    }

    [Test]
    public async Task Bot_without_an_owner_that_a_rule_opens_is_a_warning()
    {
        Assert.That(ConversationPattern.TryParse("private", out var inPrivate));
        _host.Settings = _host.Settings with { AccessRules = [new AccessRule("all", false, Rights.All, Someone, null, inPrivate)] };

        Assert.That(await CheckedHost.FindAsync(Check(hasBot: true)), Is.EqualTo(new[] { "warning owner-missing" }));
    }

    [Test]
    public async Task Installation_without_a_bot_needs_no_owner() => Assert.That(await Check(hasBot: false).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    private OwnerCheck Check(bool hasBot) => new(_host.Stores.Access, _host.Settings, () => hasBot);
}
