using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.OAuth;

namespace ChatAuth.Providers.Tests.OAuth;

internal sealed class HttpTokenEndpointTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private FakeTime _time = null!;
    private FakeOAuthServer _issuer = null!;
    private HttpTokenEndpoint _endpoint = null!;
    private FakeLogin _login = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _time = new FakeTime();
        _issuer = await FakeOAuthServer.StartAsync(new FakeOAuthOptions { Time = _time });
        _endpoint = new HttpTokenEndpoint(_time);
        _login = _issuer.MintLogin();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _endpoint.Dispose();
        await _issuer.DisposeAsync();
    }

    [Test]
    public async Task Refresh_token_is_exchanged()
    {
        var raw = await SendAsync();

        Assert.That((raw.Status, Encoding.UTF8.GetString(raw.Body.Span)), Is.EqualTo((200, _issuer.Exchanges.Single().Answer)));
        Assert.That(_issuer.CountOf(_login.Refresh), Is.EqualTo(1));
    }

    [TestCase(400)]
    [TestCase(404)]
    [TestCase(500)]
    public async Task Error_is_an_answer(int status)
    {
        _issuer.Faults.Fail(status);

        Assert.That((await SendAsync()).Status, Is.EqualTo(status));
        Assert.That(_issuer.Exchanges, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limit_says_when_to_come_again()
    {
        _issuer.Faults.Limit(TimeSpan.FromSeconds(17));

        Assert.That((await SendAsync()).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(17)));
    }

    [Test]
    public async Task Redirect_is_an_answer_and_nobody_is_sent_the_token()
    {
        await using var other = await FakeOAuthServer.StartAsync();
        _issuer.Faults.Redirect(other.TokenUrl);

        var raw = await SendAsync();

        Assert.That((raw.Status, other.Requests.Count), Is.EqualTo((307, 0)));
    }

    [Test]
    public void Cancelled_before_the_start_sends_nothing()
    {
        Assert.That(() => SendAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_issuer.Requests, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Cancelled_while_the_issuer_works_finishes_all_the_same(bool afterCommit)
    {
        using var caller = new CancellationTokenSource();
        var held = _issuer.Faults.Hold(afterCommit);
        var sending = SendAsync(caller.Token);
        await held.Arrived;
        await caller.CancelAsync();

        held.Release();

        Assert.That((await sending).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Cancelled_inside_the_answer_finishes_all_the_same()
    {
        using var caller = new CancellationTokenSource();
        var held = _issuer.Faults.HoldInside();
        var sending = SendAsync(caller.Token);
        await held.Arrived;
        await caller.CancelAsync();

        held.Release();

        Assert.That(Encoding.UTF8.GetString((await sending).Body.Span), Does.Contain(_issuer.Families.Single().Current));
    }

    [Test]
    public async Task Answer_that_does_not_come_ends_at_the_deadline()
    {
        _issuer.Faults.Hold(afterCommit: true);
        var sending = SendAsync();
        await _time.SomebodyWaitsAsync(Deadline);

        _time.Advance(Deadline);

        Assert.That(await FailureAsync(sending), Is.EqualTo((true, "it did not answer in time")));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Broken_connection_was_perhaps_sent(bool afterCommit)
    {
        _issuer.Faults.Reset(afterCommit);

        Assert.That((await FailureAsync(SendAsync())).WasSent, Is.True);
        Assert.That(_issuer.Exchanges, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Torn_answer_is_none()
    {
        _issuer.Faults.ResetInside();

        Assert.That((await FailureAsync(SendAsync())).WasSent, Is.True);
    }

    [Test]
    public async Task Answer_above_64_kilobytes_is_none()
    {
        _issuer.Faults.Huge(64 * 1024);

        Assert.That(await FailureAsync(SendAsync()), Is.EqualTo((true, "its answer is too large")));
    }

    [Test]
    public async Task Issuer_that_is_down_was_sent_nothing()
    {
        await _issuer.DieAsync();

        Assert.That(await FailureAsync(SendAsync()), Is.EqualTo((false, "it cannot be reached")));
    }

    [Test]
    public async Task Each_request_has_a_connection_of_its_own()
    {
        // A connection that was kept could be dead, and the request on it be tried again by the handler.
        await SendAsync();
        await _issuer.DieAsync();
        await _issuer.ComeBackAsync();

        Assert.That((await SendAsync()).Status, Is.EqualTo(400));
        Assert.That(_issuer.CountOf(_login.Refresh), Is.EqualTo(2));
    }

    [Test]
    public async Task Connection_that_does_not_come_about_can_be_cancelled()
    {
        // A listener without an accept takes the connection and says nothing: over TLS the form cannot leave.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var caller = new CancellationTokenSource();
        var settings = _issuer.SettingsFor() with { TokenUrl = new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/token") };
        var sending = _endpoint.SendAsync(settings, Grant, caller.Token);
        using var taken = await silent.AcceptTcpClientAsync();

        await caller.CancelAsync();

        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Nothing_listens_to_what_is_sent()
    {
        var heard = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => heard.Add(activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);

        await SendAsync();

        Assert.That(heard, Has.None.StartsWith("System.Net.Http"));
    }

    private TokenGrant Grant => new TokenGrant.Refresh(_login.Credential.Refresh!);

    private Task<RawTokenAnswer> SendAsync(CancellationToken cancellationToken = default) => _endpoint.SendAsync(_issuer.SettingsFor(), Grant, cancellationToken);

    /// <summary>How it failed; nothing of it holds a part of the token.</summary>
    private async Task<(bool WasSent, string Reason)> FailureAsync(Task sending)
    {
        var failed = await Assert.ThrowsAsync<TokenRequestException>(() => sending);
        Assert.That(failed!.ToString(), Does.Not.Contain(_login.Refresh[^12..]));
        return (failed.WasSent, failed.Message);
    }
}
