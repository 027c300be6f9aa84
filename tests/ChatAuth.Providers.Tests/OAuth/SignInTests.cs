using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Providers.Tests.OAuth;

/// <summary>Sign-ins against the issuer, with a browser that follows its redirect.</summary>
internal sealed class SignInTests
{
    private static readonly ProfileId Id = ProfileId.Parse("anthropic:work");

    private FakeTime _time = null!;
    private FakeOAuthServer _issuer = null!;
    private HttpTokenEndpoint _endpoint = null!;
    private HttpClient _browser = null!;
    private SignIn _signIn = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _time = new FakeTime();
        _issuer = await FakeOAuthServer.StartAsync(new FakeOAuthOptions { Time = _time });
        _endpoint = new HttpTokenEndpoint(_time);
        _browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        _signIn = new SignIn(_endpoint, [new AskingIdentity(_issuer)], new CountingIds(), _time);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _browser.Dispose();
        _endpoint.Dispose();
        await _issuer.DisposeAsync();
    }

    [Test]
    public async Task Approved_sign_in_gives_the_login_of_the_person()
    {
        var result = (SignInResult.Completed)await RunAsync(url => BrowseAsync(url));

        var login = (Credential.OAuth)result.Credential.Credential;
        Assert.That(_issuer.OwnerOf(login.Access!.Reveal()), Is.EqualTo(FakeAccount.Ada));
        Assert.That(login.Refresh!.Reveal(), Is.EqualTo(_issuer.Families.Single().Current));
        Assert.That(login.Expires, Is.EqualTo(_time.GetUtcNow().AddHours(8)));
        Assert.That((result.Credential.Account, result.Credential.Email), Is.EqualTo((FakeAccount.Ada.Uuid, FakeAccount.Ada.Email)));
        Assert.That(result.Credential.SignIn, Has.Length.EqualTo(32));
        Assert.That(result.MissingScopes, Is.Empty);
    }

    [Test]
    public async Task Page_of_the_browser_says_to_go_back()
    {
        var page = "";

        await RunAsync(async url => page = await BrowseAsync(url));

        Assert.That(page, Does.Contain("You can close this window"));
    }

    [Test]
    public async Task Pasted_address_serves_where_the_browser_is_elsewhere()
    {
        var shown = new TaskCompletionSource<Uri>();
        var request = Request(shown.SetResult) with
        {
            Paste = async _ => (await RedirectOfAsync(await shown.Task)).AbsoluteUri,
        };

        Assert.That(await _signIn.RunAsync(request, default), Is.InstanceOf<SignInResult.Completed>());
    }

    [Test]
    public async Task Nothing_pasted_leaves_the_browser()
    {
        var result = await RunAsync(url => BrowseAsync(url), request => request with { Paste = _ => Task.FromResult<string?>(null) });

        Assert.That(result, Is.InstanceOf<SignInResult.Completed>());
    }

    [Test]
    public async Task Answer_by_the_browser_ends_the_waiting_for_a_paste()
    {
        var ended = new TaskCompletionSource();
        async Task<string?> PasteAsync(CancellationToken end)
        {
            await using var _ = end.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, end);
            return null;
        }

        var result = await RunAsync(url => BrowseAsync(url), request => request with { Paste = PasteAsync });

        Assert.That(result, Is.InstanceOf<SignInResult.Completed>());
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Test]
    public async Task Denied_sign_in_is_told()
    {
        _issuer.Person = null;

        Assert.That(await RunAsync(url => BrowseAsync(url)), Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInDenied)));
        Assert.That(_issuer.Exchanges, Is.Empty);
    }

    [Test]
    public async Task Pasted_answer_to_another_sign_in_is_refused()
    {
        var request = Request(_ => { }) with { Paste = _ => Task.FromResult<string?>("http://127.0.0.1:1/callback?code=FAKE-code-of-another&state=planted") };

        Assert.That(await _signIn.RunAsync(request, default), Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInForeign)));
        Assert.That(_issuer.Exchanges, Is.Empty);
    }

    [Test]
    public async Task Planted_answer_at_the_port_is_refused_and_waited_past()
    {
        var planted = HttpStatusCode.OK;

        var result = await RunAsync(async url =>
        {
            var redirect = await RedirectOfAsync(url);
            using var refused = await _browser.GetAsync(new Uri(redirect, "?code=FAKE-code-of-another&state=planted"));
            planted = refused.StatusCode;
            await _browser.GetStringAsync(redirect);
        });

        Assert.That(result, Is.InstanceOf<SignInResult.Completed>());
        Assert.That(planted, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_issuer.Exchanges, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Other_paths_and_methods_are_refused_and_waited_past()
    {
        var statuses = new List<HttpStatusCode>();

        var result = await RunAsync(async url =>
        {
            var redirect = await RedirectOfAsync(url);
            using var icon = await _browser.GetAsync(new Uri(redirect, "/favicon.ico"));
            using var posted = await _browser.PostAsync(redirect, new StringContent("x"));
            statuses.AddRange([icon.StatusCode, posted.StatusCode]);
            await _browser.GetStringAsync(redirect);
        });

        Assert.That(result, Is.InstanceOf<SignInResult.Completed>());
        Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Request_for_another_host_is_refused()
    {
        var status = HttpStatusCode.OK;

        await RunAsync(async url =>
        {
            var redirect = await RedirectOfAsync(url);
            using var rebound = new HttpRequestMessage(HttpMethod.Get, redirect) { Headers = { Host = "evil.example" } };
            using var refused = await _browser.SendAsync(rebound);
            status = refused.StatusCode;
            await _browser.GetStringAsync(redirect);
        });

        Assert.That((int)status, Is.InRange(400, 499));
    }

    [Test]
    public async Task Answer_of_an_earlier_sign_in_is_not_taken_again()
    {
        var earlier = "";
        await RunAsync(async url =>
        {
            var redirect = await RedirectOfAsync(url);
            earlier = redirect.AbsoluteUri;
            await _browser.GetStringAsync(redirect);
        });

        var result = await _signIn.RunAsync(Request(_ => { }) with { Paste = _ => Task.FromResult<string?>(earlier) }, default);

        Assert.That(result, Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInForeign)));
        Assert.That(_issuer.Exchanges, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Code_that_somebody_exchanged_before_is_refused()
    {
        var result = await RunAsync(async url =>
        {
            _issuer.Faults.InvalidGrant();
            await BrowseAsync(url);
        });

        Assert.That(result, Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInFailed, "the issuer did not take the code")));
    }

    [Test]
    public async Task Nobody_who_answers_is_waited_for_five_minutes()
    {
        var running = _signIn.RunAsync(Request(_ => { }), default);
        await _time.SomebodyWaitsAsync(SignIn.Patience);

        _time.Advance(SignIn.Patience);

        Assert.That(await running, Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInCancelled)));
    }

    [Test]
    public void Caller_can_give_up()
    {
        using var caller = new CancellationTokenSource();
        var running = _signIn.RunAsync(Request(_ => caller.Cancel()), caller.Token);

        Assert.That(() => running, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Garbage_of_the_issuer_is_no_login()
    {
        _issuer.Faults.Garbage();

        Assert.That(await RunAsync(url => BrowseAsync(url)), Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInFailed, "the issuer's answer, of status 200, holds no token")));
    }

    [Test]
    public async Task Redirecting_issuer_is_not_followed()
    {
        await using var other = await FakeOAuthServer.StartAsync();
        _issuer.Faults.Redirect(other.TokenUrl);

        Assert.That(await RunAsync(url => BrowseAsync(url)), Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInFailed, "the issuer's answer, of status 307, holds no token")));
        Assert.That(other.Requests, Is.Empty);
    }

    [Test]
    public async Task Huge_answer_is_no_login()
    {
        _issuer.Faults.Huge();

        Assert.That(await RunAsync(url => BrowseAsync(url)), Is.EqualTo(new SignInResult.Failed(ErrorCode.IssuerUnavailable, "its answer is too large")));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Busy_issuer_is_unavailable(int status)
    {
        _issuer.Faults.Fail(status);

        Assert.That(await RunAsync(url => BrowseAsync(url)), Is.EqualTo(new SignInResult.Failed(ErrorCode.IssuerUnavailable)));
    }

    [Test]
    public async Task Slow_issuer_is_waited_for()
    {
        _issuer.Faults.Slow(TimeSpan.FromSeconds(100));
        var running = RunAsync(url => BrowseAsync(url));
        await _time.SomebodyWaitsAsync(TimeSpan.FromSeconds(100));

        _time.Advance(TimeSpan.FromSeconds(100));

        Assert.That(await running, Is.InstanceOf<SignInResult.Completed>());
    }

    [Test]
    public async Task Scope_that_shrank_is_told()
    {
        _issuer.Faults.ShrinkScope("user:profile");

        var result = (SignInResult.Completed)await RunAsync(url => BrowseAsync(url));

        Assert.That(result.MissingScopes, Is.EqualTo(new[] { "user:inference" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Account_is_held_against_the_stored_one(bool same)
    {
        var stored = new StoredCredential(Id, Id.Provider, new Credential.OAuth(null, null, null)) { Account = (same ? FakeAccount.Ada : FakeAccount.Bob).Uuid };

        var result = (SignInResult.Completed)await RunAsync(url => BrowseAsync(url), request => request with { Stored = stored });

        Assert.That((result.IsSameAccount, result.Stored), Is.EqualTo((same, stored)));
    }

    [Test]
    public async Task Account_that_nobody_states_stays_unproven()
    {
        _signIn = new SignIn(_endpoint, [], new CountingIds(), _time);

        var result = (SignInResult.Completed)await RunAsync(url => BrowseAsync(url));

        Assert.That(result.Account, Is.InstanceOf<AccountAnswer.Unknown>());
        Assert.That((result.Credential.Account, result.IsSameAccount), Is.EqualTo(((string?)null, (bool?)null)));
    }

    [Test]
    public async Task Taken_port_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = _issuer.SettingsFor() with { RedirectPort = ((IPEndPoint)taken.LocalEndpoint).Port };

        var result = await _signIn.RunAsync(new SignInRequest(settings, Id, _ => { }), default);

        Assert.That(result, Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInPortTaken)));
    }

    [Test]
    public async Task Provider_without_a_client_is_told()
    {
        var result = await _signIn.RunAsync(new SignInRequest(new OAuthSettings(Id.Provider), Id, _ => { }), default);

        Assert.That(result, Is.EqualTo(new SignInResult.Failed(ErrorCode.SignInUnconfigured)));
    }

    private SignInRequest Request(Action<Uri> show) => new(_issuer.SettingsFor(), Id, show);

    /// <summary>Runs a sign-in, with a person who does this once the address is shown.</summary>
    private async Task<SignInResult> RunAsync(Func<Uri, Task> person, Func<SignInRequest, SignInRequest>? with = null)
    {
        var acting = Task.CompletedTask;
        var request = Request(url => acting = Task.Run(() => person(url)));
        var result = await _signIn.RunAsync(with?.Invoke(request) ?? request, default);
        await acting;
        return result;
    }

    private async Task<string> BrowseAsync(Uri url) => await _browser.GetStringAsync(await RedirectOfAsync(url));

    private async Task<Uri> RedirectOfAsync(Uri url)
    {
        using var response = await _browser.GetAsync(url);
        return response.Headers.Location!;
    }

    /// <summary>Asks the issuer over HTTP, as an identity of a vendor does.</summary>
    private sealed class AskingIdentity(FakeOAuthServer issuer) : IAccountIdentity
    {
        public bool Serves(ProviderId provider) => provider == Id.Provider;

        public async Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, issuer.IdentityUrl) { Headers = { { "Authorization", $"Bearer {accessToken.Reveal()}" } } };
            using var response = await http.SendAsync(request, cancellationToken);
            var account = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["account"]!;
            return new AccountAnswer.Stated(account["uuid"]!.ToString(), account["email"]!.ToString());
        }
    }
}
