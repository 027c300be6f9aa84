using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class RefreshCheckTests
{
    private CheckedHost _host = new();

    [SetUp]
    public void Begin() => _host = new CheckedHost();

    [TestCase(RefreshState.OutcomeUnknown, "warning refresh-outcome-unknown")]
    [TestCase(RefreshState.Refused, "error sign-in-needed")]
    [TestCase(RefreshState.Restored, "error store-restored")]
    public async Task Trouble_of_a_refresh_is_found(RefreshState state, string finding)
    {
        Given(state);

        Assert.That(await CheckedHost.FindAsync(Check()), Is.EqualTo(new[] { finding }));
        Assert.That(await CheckedHost.RemediesAsync(Check()), Is.EqualTo(new[] { "chatauth models auth login --provider openai --profile-id openai:me" }));
    }

    [Test]
    public async Task Issuer_that_refuses_the_client_is_found_with_the_settings_to_look_at()
    {
        Given(RefreshState.ClientRefused);

        Assert.That(await CheckedHost.FindAsync(Check()), Is.EqualTo(new[] { "error issuer-refuses-client" }));
        Assert.That(await CheckedHost.RemediesAsync(Check()), Has.One.StartsWith("Check ClientId and TokenUrl in Auth:OAuth:openai"));
    }

    [Test]
    public async Task Login_without_trouble_passes()
    {
        Given(RefreshState.Untroubled);

        Assert.That(await CheckedHost.FindAsync(Check()), Is.Empty);
    }

    [Test]
    public async Task Without_a_login_nothing_was_looked_at() => Assert.That(await Check().RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    private RefreshCheck Check() => new(_host.Agents, _host.SignIn);

    private void Given(RefreshState state) => _host.Credentials.Put(
        new StoredCredential(ProfileId.Parse("openai:me"), ProviderId.Parse("openai"), new Credential.OAuth(null, null, null)) { Refresh = state });
}
