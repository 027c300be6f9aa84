using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Providers.OAuth;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Providers.Tests.OAuth;

internal sealed class AnthropicAccountIdentityTests
{
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    [Test]
    public async Task Account_is_person_and_organisation()
    {
        await using var server = IdentityServer.Saying(
            """{"account":{"uuid":"fake-person","email":"me@example.com","display_name":"Me"},"organization":{"uuid":"fake-organisation","name":"Us"}}""");

        var answer = await AskAsync(server.Address);

        Assert.That(answer, Is.EqualTo(new AccountAnswer.Stated("fake-person/fake-organisation", "me@example.com")));
    }

    [Test]
    public async Task Token_travels_in_one_header()
    {
        await using var server = IdentityServer.Saying("{}");

        await AskAsync(server.Address);

        Assert.That(await server.Request, Does.StartWith("GET /api/oauth/profile HTTP/1.1\r\n"));
        Assert.That((await server.Request).Split("\r\n").Where(line => line.Contains("FAKE", StringComparison.Ordinal)), Is.EqualTo(new[] { "Authorization: Bearer FAKE-token" }));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("no json")]
    [TestCase("")]
    [TestCase("""{"account":{"uuid":"fake-person"}}""")]
    [TestCase("""{"account":{"uuid":7},"organization":{"uuid":"fake"}}""")]
    [TestCase("""{"account":{"uuid":"a/b"},"organization":{"uuid":"fake"}}""", Description = "It could be read as another pair.")]
    [TestCase("""{"account":{"uuid":"\ud800"},"organization":{"uuid":"fake"}}""")]
    [TestCase("""{"account":"fake-person","organization":"fake-organisation"}""")]
    public async Task Answer_that_does_not_name_both_is_none(string body)
    {
        await using var server = IdentityServer.Saying(body);

        Assert.That(await AskAsync(server.Address), Is.InstanceOf<AccountAnswer.Unknown>());
    }

    [Test]
    public async Task Refused_token_is_told()
    {
        await using var server = new IdentityServer(IdentityServer.Response("401 Unauthorized", "{}"));

        Assert.That(await AskAsync(server.Address), Is.EqualTo(new AccountAnswer.TokenRefused()));
    }

    [TestCase("403 Forbidden")]
    [TestCase("404 Not Found")]
    [TestCase("429 Too Many Requests")]
    [TestCase("500 Internal Server Error")]
    public async Task Other_failure_says_nothing_about_the_token(string status)
    {
        await using var server = new IdentityServer(IdentityServer.Response(status, "{}"));

        Assert.That(await AskAsync(server.Address), Is.EqualTo(new AccountAnswer.Unknown($"The vendor answered with status {status[..3]}.")));
    }

    [Test]
    public async Task Redirect_is_not_followed()
    {
        await using var elsewhere = IdentityServer.Saying("{}");
        await using var server = new IdentityServer(IdentityServer.Response("307 Temporary Redirect", "", $"Location: {elsewhere.Address}\r\n"));

        var answer = await AskAsync(server.Address);

        Assert.That(answer, Is.EqualTo(new AccountAnswer.Unknown("The vendor answered with status 307.")));
    }

    [Test]
    public async Task Answer_without_end_is_cut_off()
    {
        await using var server = new IdentityServer("HTTP/1.1 200 OK\r\n\r\n", endless: true);

        Assert.That(await AskAsync(server.Address), Is.InstanceOf<AccountAnswer.Unknown>());
    }

    [Test]
    public async Task Silence_ends_after_five_seconds()
    {
        await using var server = new IdentityServer("");
        var time = new FakeTime();
        var asking = AskAsync(server.Address, time);
        await server.Request;

        time.Advance(IdentityHttp.Patience);

        Assert.That(await asking.WaitAsync(TimeSpan.FromSeconds(15)), Is.EqualTo(new AccountAnswer.Unknown("The vendor did not answer within 5 seconds.")));
    }

    [Test]
    public async Task Nobody_there_is_told()
    {
        Uri gone;
        await using (var server = IdentityServer.Saying("{}")) gone = server.Address;

        Assert.That(await AskAsync(gone), Is.InstanceOf<AccountAnswer.Unknown>());
    }

    [Test]
    public async Task Open_address_of_another_machine_is_not_asked() =>
        Assert.That(await AskAsync(new Uri("http://vendor.invalid/")), Is.EqualTo(new AccountAnswer.Unknown("The configured address is not https.")));

    [Test]
    public async Task Cancellation_is_thrown()
    {
        await using var server = new IdentityServer("");
        using var cancelled = new CancellationTokenSource();
        using var identity = new AnthropicAccountIdentity(Settings(server.Address), TimeProvider.System);
        var asking = identity.IdentifyAsync(Anthropic, Token, cancelled.Token);
        await server.Request;

        await cancelled.CancelAsync();

        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("anthropic", true, ExpectedResult = true)]
    [TestCase("anthropic", false, ExpectedResult = false)]
    [TestCase("openai", true, ExpectedResult = false)]
    public bool Only_a_configured_Anthropic_is_served(string provider, bool isConfigured)
    {
        using var identity = new AnthropicAccountIdentity(isConfigured ? Settings(new Uri("https://vendor.example/")) : TestWorld.Default, TimeProvider.System);

        return identity.Serves(ProviderId.Parse(provider));
    }

    private static Secret Token => Secret.TryCreate("FAKE-token", out var secret) ? secret! : throw new InvalidOperationException();

    private static async Task<AccountAnswer> AskAsync(Uri address, TimeProvider? time = null)
    {
        using var identity = new AnthropicAccountIdentity(Settings(address), time ?? TimeProvider.System);
        return await identity.IdentifyAsync(Anthropic, Token, default);
    }

    private static ChatAuthSettings Settings(Uri address) => TestWorld.Default with
    {
        OAuth = new Dictionary<ProviderId, OAuthSettings> { [Anthropic] = new(Anthropic) { IdentityUrl = address } },
    };
}
