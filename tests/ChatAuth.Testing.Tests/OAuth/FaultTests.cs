using System.Net;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Testing.Tests.OAuth;

internal sealed class FaultTests : FakeOAuthTest
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Held_request_is_committed_or_not(bool afterCommit)
    {
        var held = Server.Faults.Hold(afterCommit);
        var asking = RefreshAsync(Server.MintLogin().Refresh);
        var request = await held.Arrived;
        var before = request.IsCommitted;

        held.Release();

        Assert.That(await FieldAsync(asking, "access_token"), Is.Not.Null);
        Assert.That((before, request.IsCommitted), Is.EqualTo((afterCommit, true)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Reset_request_is_committed_or_not(bool afterCommit)
    {
        Server.Faults.Reset(afterCommit);

        Assert.That(() => RefreshAsync(Server.MintLogin().Refresh), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Server.Exchanges.Single().IsCommitted, Is.EqualTo(afterCommit));
    }

    [Test]
    public void Answer_reset_inside_was_committed()
    {
        Server.Faults.ResetInside();

        Assert.That(() => RefreshAsync(Server.MintLogin().Refresh), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Server.Families.Single().RefreshTokens, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Answer_held_inside_arrives_whole()
    {
        var held = Server.Faults.HoldInside();
        var asking = RefreshAsync(Server.MintLogin().Refresh);
        await held.Arrived;

        held.Release();

        Assert.That(await FieldAsync(asking, "refresh_token"), Is.EqualTo(Server.Families.Single().Current));
    }

    [Test]
    public async Task Slow_answer_waits_for_the_clock()
    {
        Server.Faults.Slow(TimeSpan.FromMinutes(2));
        var asking = RefreshAsync(Server.MintLogin().Refresh);
        await Time.SomebodyWaitsAsync(TimeSpan.FromMinutes(2));
        var before = asking.IsCompleted;

        Time.Advance(TimeSpan.FromMinutes(2));

        Assert.That(await FieldAsync(asking, "access_token"), Is.Not.Null);
        Assert.That(before, Is.False);
    }

    [TestCase(400)]
    [TestCase(404)]
    [TestCase(500)]
    public async Task Failed_request_was_not_committed(int status)
    {
        Server.Faults.Fail(status);

        using var response = await RefreshAsync(Server.MintLogin().Refresh);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(Server.Exchanges.Single().IsCommitted, Is.False);
    }

    [Test]
    public async Task Limit_says_when_to_come_again()
    {
        Server.Faults.Limit(TimeSpan.FromSeconds(17));

        using var response = await RefreshAsync(Server.MintLogin().Refresh);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(17)));
    }

    [Test]
    public async Task Huge_answer_is_as_long_as_said()
    {
        Server.Faults.Huge(100_000);

        using var response = await RefreshAsync(Server.MintLogin().Refresh);

        Assert.That((await response.Content.ReadAsByteArrayAsync()).Length, Is.GreaterThan(100_000));
    }

    [Test]
    public async Task Redirect_names_the_other_place()
    {
        Server.Faults.Redirect(new Uri("http://127.0.0.1:1/elsewhere"));

        using var response = await RefreshAsync(Server.MintLogin().Refresh);

        Assert.That(((int)response.StatusCode, response.Headers.Location!.AbsoluteUri), Is.EqualTo((307, "http://127.0.0.1:1/elsewhere")));
    }

    [Test]
    public async Task Kept_refresh_token_is_not_in_the_answer_and_stays_good()
    {
        var login = Server.MintLogin();
        Server.Faults.KeepRefreshToken();

        var first = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");
        var second = await FieldAsync(RefreshAsync(login.Refresh), "refresh_token");

        Assert.That((first, second is null), Is.EqualTo(((string?)null, false)));
    }

    [Test]
    public async Task Scope_can_shrink()
    {
        Server.Faults.ShrinkScope("user:profile");

        Assert.That(await FieldAsync(RefreshAsync(Server.MintLogin().Refresh), "scope"), Is.EqualTo("user:profile"));
    }

    [Test]
    public async Task Tokens_can_be_another_accounts()
    {
        Server.Faults.AnswerFor(FakeAccount.Bob);

        var access = await FieldAsync(RefreshAsync(Server.MintLogin(FakeAccount.Ada).Refresh), "access_token");

        Assert.That(Server.OwnerOf(access!), Is.EqualTo(FakeAccount.Bob));
    }

    [Test]
    public async Task Server_comes_back_at_its_address_with_what_it_knew()
    {
        var login = Server.MintLogin();
        await Server.DieAsync();
        Assert.That(() => RefreshAsync(login.Refresh), Throws.InstanceOf<HttpRequestException>());

        await Server.ComeBackAsync();

        Assert.That(await FieldAsync(RefreshAsync(login.Refresh), "access_token"), Is.Not.Null);
    }
}
