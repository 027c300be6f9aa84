using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class RefreshCheckTests
{
    private CheckedHost _host = new();
    private InMemoryRefreshJournal _journal = new();

    [SetUp]
    public void Begin() => (_host, _journal) = (new CheckedHost(), new InMemoryRefreshJournal());

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
    public async Task Store_that_was_restored_is_found_before_anybody_needs_its_token()
    {
        var issuer = new OAuthSettings(ProviderId.Parse("openai")) { ClientId = "fake-client", TokenUrl = new Uri("https://issuer.example/token") };
        _host.Settings = _host.Settings with { OAuth = new Dictionary<ProviderId, OAuthSettings> { [issuer.Provider] = issuer } };
        var spent = RefreshWorld.SecretOf("fake-refresh-0");
        _host.Credentials.Put(new StoredCredential(ProfileId.Parse("openai:me"), issuer.Provider, new Credential.OAuth(null, spent, _host.Now.AddHours(8))));
        using (var page = await _journal.OpenAsync(_journal.FamilyOf(issuer.TokenUrl, spent), default)) page.Close(RefreshEnd.Replaced);

        Assert.That(await CheckedHost.FindAsync(Check()), Is.EqualTo(new[] { "error store-restored" }));
    }

    [Test]
    public async Task Login_without_trouble_passes()
    {
        Given(RefreshState.Untroubled);

        Assert.That(await CheckedHost.FindAsync(Check()), Is.Empty);
    }

    [Test]
    public async Task Without_a_login_nothing_was_looked_at() => Assert.That(await Check().RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    private RefreshCheck Check() => new(
        _host.Agents, _host.SignIn, new RefreshableLogins(_host.Credentials, _journal, _host.Settings),
        new KnownEnds(_journal, new InMemorySpentTokens(_host.Time), new Fingerprints(new byte[32])));

    private void Given(RefreshState state) => _host.Credentials.Put(
        new StoredCredential(ProfileId.Parse("openai:me"), ProviderId.Parse("openai"), new Credential.OAuth(null, null, null)) { Refresh = state });
}
