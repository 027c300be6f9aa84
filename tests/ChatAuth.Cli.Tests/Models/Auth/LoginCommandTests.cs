using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Tests.Models.Auth;

/// <summary>Sign-ins against the issuer, whose browser is the program that is run.</summary>
internal sealed class LoginCommandTests
{
    private TestInstallation _installation = null!;
    private FakeOAuthServer _issuer = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _installation = new TestInstallation { Further = services => services.AddSingleton<IIdFactory, CountingIds>().AddChatAuthOAuth() };
        _issuer = await FakeOAuthServer.StartAsync(new FakeOAuthOptions { Time = _installation.Time });
        _browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var provider = ProviderId.Parse("anthropic");
        _installation.Settings = _installation.Settings with
        {
            OAuth = new Dictionary<ProviderId, OAuthSettings> { [provider] = SettingsOf(provider) },
        };
        _installation.Type("");
        _installation.Program = words =>
        {
            _ = BrowseAsync(new Uri(words[1]));
            return 0;
        };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _browser.Dispose();
        await _issuer.DisposeAsync();
    }

    [Test]
    public async Task Login_is_stored_and_its_tokens_are_not_shown()
    {
        var run = await _installation.RunAsync("models auth login --provider anthropic --profile-id work");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var stored = _installation.Agents.Main.Credentials.Single();
        Assert.That((stored.Id.ToString(), stored.Credential.Kind), Is.EqualTo(("anthropic:work", "oauth")));
        Assert.That(run.All, Does.Not.Contain(((Credential.OAuth)stored.Credential).Access!.Reveal()).And.Not.Contain(_issuer.Families.Single().Current));
    }

    [Test]
    public async Task Key_under_that_name_is_replaced_only_when_told()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());

        var refused = await _installation.RunAsync("models auth login --provider anthropic --profile-id work");

        Assert.That(refused.ExitCode, Is.EqualTo(77));
        Assert.That(refused.Error, Does.Contain("[account-other]"));
        Assert.That(_installation.Agents.Main.Credentials.Single().Credential.Kind, Is.EqualTo("api_key"));
        Assert.That((await _installation.RunAsync("models auth login --provider anthropic --profile-id work --replace")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Proven_other_account_is_refused()
    {
        var id = ProfileId.Parse("anthropic:work");
        var other = new StoredCredential(id, id.Provider, TestInstallation.Login(_installation.Now)) { Account = "somebody-else" };
        await _installation.Agents.EditAsync(AgentId.Main, _ => [new CredentialEdit.Put(other)], default);
        _installation.Further = services => services.AddSingleton<IIdFactory, CountingIds>().AddChatAuthOAuth().AddSingleton<IAccountIdentity>(new StatedAccount());

        var run = await _installation.RunAsync("models auth login --provider anthropic --profile-id work");

        Assert.That(run.Error, Does.Contain("[account-other]"));
        Assert.That(_installation.Agents.Main.Credentials.Single(), Is.EqualTo(other));
    }

    [Test]
    public async Task Account_with_an_address_names_the_profile()
    {
        _installation.Further = services => services.AddSingleton<IIdFactory, CountingIds>().AddChatAuthOAuth().AddSingleton<IAccountIdentity>(new StatedAccount());

        await _installation.RunAsync("models auth login --provider anthropic");

        Assert.That(_installation.Agents.Main.Credentials.Single().Id.ToString(), Is.EqualTo("anthropic:me@example.com"));
    }

    [Test]
    public async Task Provider_without_an_issuer_is_told()
    {
        var run = await _installation.RunAsync("models auth login --provider openai");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[sign-in-unconfigured]").And.Contain("Auth:OAuth"));
    }

    private async Task BrowseAsync(Uri url) => (await _browser.GetAsync(url)).Dispose();

    private OAuthSettings SettingsOf(ProviderId provider) => _issuer.SettingsFor(provider.Name);

    private sealed class StatedAccount : IAccountIdentity
    {
        public bool Serves(ProviderId provider) => true;

        public Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken) =>
            Task.FromResult<AccountAnswer>(new AccountAnswer.Stated("account-1", "me@example.com"));
    }
}
