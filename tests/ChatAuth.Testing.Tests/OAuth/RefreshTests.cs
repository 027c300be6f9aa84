using ChatAuth.Testing.OAuth;

namespace ChatAuth.Testing.Tests.OAuth;

internal sealed class RefreshTests : FakeOAuthTest
{
    [Test]
    public async Task Refresh_rotates()
    {
        var login = Server.MintLogin();

        var next = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");

        Assert.That(next, Is.Not.Null.And.Not.EqualTo(login.Refresh));
        Assert.That(Server.Families.Single().RefreshTokens, Is.EqualTo(new[] { login.Refresh, next }));
        Assert.That((Server.CountOf(login.Refresh), Server.CountOf(next!)), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Strict_issuer_revokes_the_family_of_a_token_shown_twice()
    {
        var login = Server.MintLogin();
        var next = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");

        var replayed = await FieldAsync(RefreshAsync(login.Refresh), "error");
        var successor = await FieldAsync(RefreshAsync(next!), "error");

        Assert.That((replayed, successor), Is.EqualTo(("invalid_grant", "invalid_grant")));
        Assert.That(Server.Families.Single().IsRevoked, Is.True);
    }

    [TestCase(30, false)]
    [TestCase(31, true)]
    public async Task Grace_gives_the_same_successor_for_a_while(int seconds, bool revoked)
    {
        await StartAsync(FakeOAuthMode.Grace);
        var login = Server.MintLogin();
        var first = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");
        Time.Advance(TimeSpan.FromSeconds(seconds));

        var second = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");

        Assert.That(second, Is.EqualTo(revoked ? null : first));
        Assert.That(Server.Families.Single().IsRevoked, Is.EqualTo(revoked));
    }

    [Test]
    public async Task Issuer_that_does_not_rotate_takes_a_token_for_ever()
    {
        await StartAsync(FakeOAuthMode.NotRotating);
        var login = Server.MintLogin();

        var first = await FieldAsync(RefreshAsync(login.Refresh), "access_token");
        var second = await FieldAsync(RefreshAsync(login.Refresh), "access_token");

        Assert.That(first, Is.Not.Null.And.Not.EqualTo(second));
        Assert.That(Server.Families.Single().Current, Is.EqualTo(login.Refresh));
    }

    [Test]
    public async Task Revoked_family_is_refused_and_its_access_token_too()
    {
        var login = Server.MintLogin();

        Server.Revoke(login.Refresh);

        Assert.That(await FieldAsync(RefreshAsync(login.Refresh), "error"), Is.EqualTo("invalid_grant"));
        Assert.That(Server.OwnerOf(login.Access), Is.Null);
    }

    [Test]
    public async Task Foreign_client_is_refused_and_nothing_is_spent()
    {
        var login = Server.MintLogin();

        var error = await FieldAsync(PostAsync(("grant_type", "refresh_token"), ("refresh_token", login.Refresh), ("client_id", "somebody-else")), "error");

        Assert.That(error, Is.EqualTo("invalid_client"));
        Assert.That(Server.Exchanges.Single().IsCommitted, Is.False);
    }

    [Test]
    public async Task Exchange_is_recorded_with_its_answer()
    {
        var login = Server.MintLogin();

        var next = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");

        var exchange = Server.Exchanges.Single();
        Assert.That((exchange.Grant, exchange.Bears, exchange.Status, exchange.IsCommitted), Is.EqualTo(("refresh_token", login.Refresh, 200, true)));
        Assert.That(exchange.At, Is.EqualTo(Time.GetUtcNow()));
        Assert.That(exchange.Answer, Does.Contain(next));
    }

    [Test]
    public async Task Identity_names_the_account_of_a_living_token()
    {
        var login = Server.MintLogin(FakeAccount.Bob);
        using var asking = new HttpRequestMessage(HttpMethod.Get, Server.IdentityUrl) { Headers = { { "Authorization", $"Bearer {login.Access}" } } };

        var answer = await FieldAsync(Http.SendAsync(asking), "account");
        Time.Advance(TimeSpan.FromHours(8));

        Assert.That(answer, Does.Contain(FakeAccount.Bob.Uuid).And.Contain("bob@mail.example"));
        Assert.That(Server.OwnerOf(login.Access), Is.Null);
    }
}
