using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>The table of the original, as far as the payer allows it.</summary>
internal sealed class ImportDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ended = Now.AddHours(-1);
    private static readonly DateTimeOffset Lives = Now.AddHours(1);
    private static readonly DateTimeOffset Later = Now.AddHours(8);

    [Test]
    public void Login_that_is_not_stored_is_added_even_when_it_has_ended([Values] bool lives)
    {
        var decision = Decide(null, Found(Login("new", lives ? Lives : Ended)));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.Added));
        Assert.That(decision.Entry!.IsImport);
    }

    [Test]
    public void Key_under_the_id_is_not_lost([Values] bool lives)
    {
        var decision = Decide(Stored(new Credential.ApiKey(Fake("key"))), Found(Login("new", lives ? Lives : Ended)));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Kept)));
    }

    [Test]
    public void Kind_that_is_not_known_is_never_changed() =>
        Assert.That(Decide(Stored(new Credential.Unknown("passkey")), Found(Login("new", Lives))), Is.EqualTo(new ImportDecision(ImportResult.Kept)));

    [Test]
    public void Token_of_another_provider_gives_way([Values] bool foundIsLogin)
    {
        var stored = Stored(Token("old", Lives)) with { Provider = ProviderId.Parse("openai") };

        var decision = Decide(stored, Found(foundIsLogin ? Login("new", Lives) : Token("new", Lives)));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.AccountChanged));
    }

    [Test]
    public void Login_of_another_provider_gives_way_to_a_login()
    {
        var stored = Stored(Login("old", Lives)) with { Provider = ProviderId.Parse("openai") };

        var decision = Decide(stored, Found(Login("new", Lives)));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.AccountChanged));
    }

    [Test]
    public void Login_that_lives_never_becomes_a_token([Values("anthropic", "openai")] string provider)
    {
        var stored = Stored(Login("old", Lives), account: "a") with { Provider = ProviderId.Parse(provider) };

        var decision = Decide(stored, Found(Token("new", Later), account: "b"));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Kept)));
    }

    [TestCase("a", "a", ImportResult.Renewed)]
    [TestCase("a", "b", ImportResult.AccountChanged)]
    [TestCase(null, null, ImportResult.AccountChanged)]
    public void Login_that_has_ended_gives_way_to_a_token(string? storedAccount, string? foundAccount, ImportResult result)
    {
        var decision = Decide(Stored(Login("old", Ended), account: storedAccount), Found(Token("new", Later), account: foundAccount));

        Assert.That(decision.Result, Is.EqualTo(result));
        Assert.That((decision.Entry!.Credential.Kind, decision.Entry.Account), Is.EqualTo(("token", foundAccount)));
    }

    [Test]
    public void Token_becomes_a_login_of_the_same_account()
    {
        var decision = Decide(Stored(Token("old", Lives), account: "a"), Found(Login("new", Later), account: "a"));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.Renewed));
        Assert.That(decision.Entry!.Credential, Is.InstanceOf<Credential.OAuth>());
    }

    [Test]
    public void Token_that_states_no_end_counts_as_ended()
    {
        var decision = Decide(Stored(Token("old", null)), Found(Token("new", Lives)));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.AccountChanged));
    }

    [Test]
    public void Login_that_states_no_end_counts_as_alive()
    {
        var decision = Decide(Stored(Login("old", null), account: "a"), Found(Login("new", Lives), account: "a"));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Kept)));
    }

    [Test]
    public void Later_login_of_the_same_account_is_taken_over([Values] bool storedLives)
    {
        var stored = Stored(Login("old", storedLives ? Lives : Ended), account: "a");

        var decision = Decide(stored, Found(Login("new", Later), account: "a"));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.Renewed));
        Assert.That((decision.Entry!.Account, decision.Entry.SignIn), Is.EqualTo(("a", stored.SignIn)));
        Assert.That(decision.Entry.Credential.Expires, Is.EqualTo(Later));
    }

    [Test]
    public void Earlier_login_of_the_same_account_is_left()
    {
        var decision = Decide(Stored(Login("old", Later), account: "a"), Found(Login("new", Lives), account: "a"));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Kept)));
    }

    [Test]
    public void Equal_login_is_not_written()
    {
        var decision = Decide(Stored(Login("one", Lives) with { Refresh = null }), Found(Login("one", Lives)));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Kept)));
    }

    [Test]
    public void Equal_login_that_has_ended_says_so()
    {
        var decision = Decide(Stored(Login("one", Ended) with { Refresh = null }), Found(Login("one", Ended)));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Ended)));
    }

    [Test]
    public void Login_of_another_account_is_another_payer_at_once()
    {
        var stored = Stored(Login("old", Later), account: "a");

        var decision = Decide(stored, Found(Login("new", Lives), account: "b"));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.AccountChanged));
        Assert.That((decision.Entry!.Account, decision.Entry.SignIn), Is.EqualTo(("b", "new-sign-in")));
    }

    [Test]
    public void Unproven_login_waits_while_the_stored_one_lives([Values(null, "a")] string? storedAccount)
    {
        var decision = Decide(Stored(Login("old", Lives), account: storedAccount), Found(Login("new", Later)));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Unproven)));
    }

    [Test]
    public void Unproven_login_is_another_payer_once_the_stored_one_has_ended([Values(null, "a")] string? storedAccount)
    {
        var decision = Decide(Stored(Login("old", Now), account: storedAccount), Found(Login("new", Later)));

        Assert.That(decision.Result, Is.EqualTo(ImportResult.AccountChanged));
        Assert.That((decision.Entry!.Account, decision.Entry.SignIn), Is.EqualTo(((string?)null, "new-sign-in")));
    }

    [Test]
    public void Proven_login_proves_nothing_about_an_unproven_one()
    {
        var decision = Decide(Stored(Login("old", Lives)), Found(Login("new", Later), account: "a"));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Unproven)));
    }

    [Test]
    public void Email_proves_nothing()
    {
        var decision = Decide(
            Stored(Login("old", Lives)) with { Email = "me@example.com" }, Found(Login("new", Later)) with { Email = "me@example.com" });

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Unproven)));
    }

    [Test]
    public void Same_refresh_token_is_the_same_payer()
    {
        var stored = Stored(Login("old", Lives));
        var found = Found(Login("new", Later) with { Refresh = Fake("old-refresh") }, account: "a");

        var decision = Decide(stored, found, keepRefresh: true);

        Assert.That(decision.Result, Is.EqualTo(ImportResult.Renewed));
        Assert.That((decision.Entry!.Account, decision.Entry.SignIn), Is.EqualTo(((string?)null, stored.SignIn)), "the payer keeps its name");
    }

    [Test]
    public void Login_that_has_ended_replaces_nothing([Values] bool storedLives)
    {
        var decision = Decide(Stored(Login("old", storedLives ? Lives : Ended), account: "a"), Found(Login("new", Ended)));

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Ended)));
    }

    [Test]
    public void Refused_login_replaces_nothing()
    {
        var decision = Decide(Stored(Login("old", Ended)), Found(Login("new", Later)), isRefused: true);

        Assert.That(decision, Is.EqualTo(new ImportDecision(ImportResult.Refused)));
    }

    [Test]
    public void Refresh_token_is_stored_only_where_refresh_is_on([Values] bool keepRefresh)
    {
        var decision = Decide(null, Found(Login("new", Lives)), keepRefresh: keepRefresh);

        Assert.That(((Credential.OAuth)decision.Entry!.Credential).Refresh is not null, Is.EqualTo(keepRefresh));
    }

    [Test]
    public void Turning_refresh_off_removes_the_refresh_token()
    {
        var stored = Stored(Login("one", Lives), account: "a");

        var decision = Decide(stored, Found(Login("one", Lives)));

        Assert.That(decision.Entry, Is.EqualTo(stored with { Credential = Login("one", Lives) with { Refresh = null } }));
    }

    [Test]
    public void Account_is_asked_of_a_new_token() =>
        Assert.That(ImportDecision.NeedsAccount(Stored(Login("old", Lives), account: "a"), Found(Login("new", Lives)), Now));

    [Test]
    public void Account_is_not_asked_of_the_stored_token() =>
        Assert.That(ImportDecision.NeedsAccount(Stored(Login("one", Lives)), Found(Login("one", Later)), Now), Is.False);

    [Test]
    public void Account_is_not_asked_of_a_token_that_has_ended() =>
        Assert.That(ImportDecision.NeedsAccount(null, Found(Login("new", Ended)), Now), Is.False);

    private static ImportDecision Decide(StoredCredential? stored, StoredCredential found, bool isRefused = false, bool keepRefresh = false) =>
        ImportDecision.Of(stored, found, isRefused, keepRefresh, Now);

    private static StoredCredential Stored(Credential credential, string? account = null) => Entry(credential, "old-sign-in", account);

    private static StoredCredential Found(Credential credential, string? account = null) => Entry(credential, "new-sign-in", account);

    private static StoredCredential Entry(Credential credential, string signIn, string? account) =>
        new(ProfileId.Parse("anthropic:claude-cli"), ProviderId.Parse("anthropic"), credential, SignIn: signIn, Source: "claude-cli") { IsImport = true, Account = account };

    private static Credential.OAuth Login(string token, DateTimeOffset? ends) => FakeCredentialSource.Login(token, ends);

    private static Credential.Token Token(string token, DateTimeOffset? ends) => new(Fake(token), ends);

    private static Secret? Fake(string text) => Secret.TryCreate($"FAKE-{text}", out var secret) ? secret : null;
}
