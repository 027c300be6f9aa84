using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

internal sealed class CredentialsCheckTests
{
    private CheckedHost _host = new();

    private IReadOnlyList<ImportOutcome> _outcomes = [];

    private CredentialsCheck Check => new(_host.Agents, () => _host.Roster, _host.Settings, _host.SignIn, _ => Task.FromResult(_outcomes), _host.Time);

    [SetUp]
    public void Begin() => (_host, _outcomes) = (new CheckedHost(), []);

    [Test]
    public async Task Key_for_the_provider_in_use_passes() => Assert.That(await CheckedHost.FindAsync(Check), Is.Empty);

    [Test]
    public async Task Provider_in_use_without_anything_is_an_error_with_a_command()
    {
        _host.Credentials.Remove("anthropic:work");

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error credential-missing" }));
        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { "chatauth models auth paste-api-key --provider anthropic" }));
    }

    [Test]
    public async Task Ended_token_beside_a_key_is_only_a_warning()
    {
        _host.Credentials.Token("anthropic:old", _host.Now);

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "warning credential-expired" }));
    }

    [Test]
    public async Task Ended_token_that_leaves_nobody_is_an_error()
    {
        _host.Credentials.Remove("anthropic:work");
        _host.Credentials.Token("anthropic:old", _host.Now);

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error credential-expired" }));
    }

    [Test]
    public async Task Token_that_ends_within_the_window_is_a_warning()
    {
        _host.Credentials.Token("anthropic:soon", _host.Now + _host.Settings.WarnWithin);

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "warning credential-expiring" }));
    }

    [TestCase(ImportResult.Kept, 1, new string[0])]
    [TestCase(ImportResult.Unusable, 1, new[] { "warning credential-expiring" })]
    [TestCase(ImportResult.Nothing, 1, new[] { "warning credential-expiring" })]
    [TestCase(ImportResult.Kept, -1, new[] { "warning credential-expired" })]
    public async Task Login_that_its_program_renews_is_sound_until_it_has_ended(ImportResult result, int hours, string[] found)
    {
        var id = ProfileId.Parse("anthropic:claude-cli");
        _host.Credentials.Put(new StoredCredential(id, id.Provider, FakeCredentialSource.Login("work", _host.Now.AddHours(hours)), Source: "claude-cli") { IsImport = true });
        _outcomes = [new ImportOutcome("claude-cli", "Claude Code", id, "claude setup-token", result)];

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(found));
    }

    [Test]
    public async Task Login_that_we_can_refresh_is_sound_after_its_end()
    {
        var anthropic = ProviderId.Parse("anthropic");
        var issuer = new OAuthSettings(anthropic) { ClientId = "ours", TokenUrl = new Uri("https://issuer.example/token") };
        _host.Settings = _host.Settings with { OAuth = new Dictionary<ProviderId, OAuthSettings> { [anthropic] = issuer } };
        _host.Credentials.Login("anthropic:login", _host.Now);

        Assert.That(await CheckedHost.FindAsync(Check), Is.Empty);
    }

    [Test]
    public async Task Blank_key_is_found()
    {
        _host.Credentials.Put("openai:blank", new Credential.ApiKey(null));

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "warning credential-blank" }));
    }

    [Test]
    public async Task Kind_that_is_unknown_is_found()
    {
        _host.Credentials.Put("openai:new", new Credential.Unknown("passkey"));

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "warning credential-kind-unknown" }));
    }

    [Test]
    public async Task Kind_that_the_configuration_does_not_name_is_found()
    {
        var work = ProfileId.Parse("anthropic:work");
        var said = new ProfileSettings(work, null, null, "oauth", ProfileAudience.EveryonePrivately);
        _host.Settings = _host.Settings with { Profiles = new Dictionary<ProfileId, ProfileSettings> { [work] = said } };

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error credential-kind-other" }));
    }

    [Test]
    public async Task Credential_of_another_endpoint_is_accepted_by_a_command()
    {
        _host.Settings = _host.Settings with { Catalog = CheckedHost.Models([], "https://other.example") };
        _host.Credentials.Put(new StoredCredential(ProfileId.Parse("anthropic:work"), ProviderId.Parse("anthropic"), Key()) { Origin = "https://first.example" });

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error origin-changed" }));
        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { "chatauth models auth accept anthropic:work" }));
    }

    [Test]
    public async Task Key_of_the_environment_is_stored_for_another_endpoint_by_a_command()
    {
        _host.Settings = _host.Settings with { Catalog = CheckedHost.Models([], "https://other.example") };
        _host.Credentials.Remove("anthropic:work");
        var id = ProfileId.Parse("anthropic:env");
        _host.Environment = new EnvironmentReading([new StoredCredential(id, id.Provider, Key(), Source: "process ANTHROPIC_API_KEY")], []);

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error origin-changed" }));
        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { "chatauth models auth paste-api-key --provider anthropic" }));
    }

    [Test]
    public async Task Account_that_could_not_pay_is_found()
    {
        _host.Credentials.Usage("anthropic:work", new ProfileHealth { LastFailure = _host.Now, DisabledUntil = _host.Now + TimeSpan.FromHours(5) });

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error credential-disabled" }));
    }

    [Test]
    public async Task Order_that_leaves_nobody_makes_the_provider_unserved()
    {
        _host.Credentials.Order("anthropic", "anthropic:gone");

        Assert.That(await CheckedHost.FindAsync(Check), Is.EqualTo(new[] { "error provider-unserved" }));
    }

    [TestCase("anthropic:claude-cli", "claude setup-token")]
    [TestCase("openai-codex:codex-cli", "codex login")]
    [TestCase("openai:old", "chatauth models auth paste-token --provider openai --profile-id openai:old")]
    [TestCase("anthropic:old", "chatauth models auth paste-token --provider anthropic --profile-id anthropic:old")]
    public async Task Remedy_is_the_command_for_that_profile(string profile, string command)
    {
        _host.Credentials.Token(profile, _host.Now);

        Assert.That(await CheckedHost.RemediesAsync(Check), Is.EqualTo(new[] { command }));
    }

    [Test]
    public async Task Store_that_cannot_be_read_is_no_pass()
    {
        _host.TearStore();

        Assert.That(await Check.RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());
    }

    private static Credential.ApiKey Key() => new(Secret.TryCreate("fake-key", out var secret) ? secret : null);
}
