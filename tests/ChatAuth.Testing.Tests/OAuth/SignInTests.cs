using ChatAuth.Testing.OAuth;

namespace ChatAuth.Testing.Tests.OAuth;

internal sealed class SignInTests : FakeOAuthTest
{
    [Test]
    public async Task Approved_code_gives_the_tokens_of_the_person()
    {
        Server.Person = FakeAccount.Bob;

        var access = await FieldAsync(ExchangeAsync(await CodeAsync()), "access_token");

        Assert.That(Server.OwnerOf(access!), Is.EqualTo(FakeAccount.Bob));
    }

    [Test]
    public async Task Redirect_carries_state_and_issuer()
    {
        var redirect = await BrowseAsync();

        Assert.That(redirect!.AbsoluteUri, Does.StartWith($"{Redirect}?code=").And.Contain("&state=FAKE-state-of-this-test&iss=http"));
    }

    [Test]
    public async Task Person_who_denies_gives_no_code()
    {
        Server.Person = null;

        Assert.That((await BrowseAsync())!.Query, Does.StartWith("?error=access_denied&state="));
    }

    [TestCase("client_id", "somebody-else")]
    [TestCase("redirect_uri", "http://evil.example/callback")]
    [TestCase("redirect_uri", "http://127.0.0.1:49152/elsewhere")]
    [TestCase("redirect_uri", null)]
    public async Task Unknown_client_or_redirect_is_sent_nowhere(string name, string? value)
    {
        Assert.That(await BrowseAsync((name, value)), Is.Null);
    }

    [TestCase("response_type", "token")]
    [TestCase("code_challenge", null)]
    [TestCase("code_challenge_method", "plain")]
    [TestCase("state", "short")]
    public async Task Unsafe_request_gives_no_code(string name, string? value)
    {
        Assert.That((await BrowseAsync((name, value)))!.Query, Does.StartWith("?error="));
    }

    [Test]
    public async Task Code_with_another_verifier_is_refused()
    {
        Assert.That(await FieldAsync(ExchangeAsync(await CodeAsync(), "another-verifier-that-nobody-drew-for-this-code"), "error"), Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task Code_lives_a_minute()
    {
        var code = await CodeAsync();
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await FieldAsync(ExchangeAsync(code), "error"), Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task Code_used_twice_ends_what_it_gave()
    {
        var code = await CodeAsync();
        await ExchangeAsync(code);

        var error = await FieldAsync(ExchangeAsync(code), "error");

        Assert.That(error, Is.EqualTo("invalid_grant"));
        Assert.That(Server.Families.Single().IsRevoked, Is.True);
    }
}
