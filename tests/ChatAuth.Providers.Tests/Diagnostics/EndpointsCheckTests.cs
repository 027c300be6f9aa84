using System.Net;
using System.Net.Sockets;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Diagnostics;

namespace ChatAuth.Providers.Tests.Diagnostics;

internal sealed class EndpointsCheckTests
{
    private static readonly ModelRef Model = ModelRef.Parse("anthropic/claude-opus-4-5");

    [Test]
    public async Task Without_a_configured_endpoint_nothing_was_looked_at() =>
        Assert.That(await Check(null, null, new Answering()).RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    [Test]
    public async Task Any_answer_passes_and_only_origins_are_asked_without_a_credential()
    {
        var answering = new Answering();

        var result = await Check("https://proxy.example/v1/", "https://issuer.example/oauth/token", answering).RunAsync(default);

        Assert.That(result, Is.InstanceOf<CheckResult.Passed>());
        Assert.That(answering.Seen, Is.EquivalentTo(new[] { "HEAD https://proxy.example/ 0", "HEAD https://issuer.example/ 0" }));
    }

    [Test]
    public async Task Refused_connection_is_an_error_with_a_command()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        listener.Stop();

        var found = (CheckResult.Found)await Check($"{origin}v1", null, new SocketsHttpHandler { UseProxy = false }).RunAsync(default);

        var finding = found.Findings.Single();
        Assert.That((finding.Code, finding.Remedy), Is.EqualTo(("endpoint-unreachable", $"curl -sSI {origin}")));
        Assert.That(finding.Message, Does.Contain("the connection was refused"));
    }

    private static EndpointsCheck Check(string? baseUrl, string? tokenUrl, HttpMessageHandler handler)
    {
        var settings = new ChatAuthSettings
        {
            Catalog = new ModelCatalog([], Model, [], endpoints: baseUrl is null ? null : [new ProviderEndpoint(Model.Provider, new Uri(baseUrl), null)]),
            OAuth = tokenUrl is null
                ? new Dictionary<ProviderId, OAuthSettings>()
                : new Dictionary<ProviderId, OAuthSettings> { [Model.Provider] = new(Model.Provider) { TokenUrl = new Uri(tokenUrl) } },
        };
        return new EndpointsCheck(settings, () => handler, TimeProvider.System);
    }

    /// <summary>Answers everything with 404.</summary>
    private sealed class Answering : HttpMessageHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Seen) Seen.Add($"{request.Method} {request.RequestUri} {request.Headers.Count()}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
