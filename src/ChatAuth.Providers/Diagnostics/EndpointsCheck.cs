using System.Net.Sockets;
using System.Security.Authentication;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Providers.Diagnostics;

/// <summary>Whether the configured endpoints answer at all. No credential is sent, nothing but the origin is asked, and any answer will do.</summary>
/// <param name="settings">The configuration.</param>
/// <param name="connect">Makes what carries the question.</param>
/// <param name="time">The clock of the waiting.</param>
internal sealed class EndpointsCheck(ChatAuthSettings settings, Func<HttpMessageHandler> connect, TimeProvider time) : IOnlineCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "endpoints";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        List<Uri> origins = [.. Configured().Select(address => new Uri(address.GetLeftPart(UriPartial.Authority))).Distinct()];
        if (origins.Count == 0) return new CheckResult.Skipped("No endpoint is configured: neither Providers[].BaseUrl nor Auth:OAuth[].TokenUrl.");
        using var client = new HttpClient(connect()) { Timeout = Timeout.InfiniteTimeSpan };
        var objections = await Task.WhenAll(origins.Select(origin => FindObjectionAsync(client, origin, cancellationToken))).ConfigureAwait(false);
        return CheckResult.Of(
            [
                .. origins.Zip(objections).Where(pair => pair.Second is not null).Select(pair => new Finding(
                    "endpoint-unreachable", FindingSeverity.Error, $"{pair.First} does not answer: {pair.Second}.", $"curl -sSI {pair.First}")),
            ],
            $"{string.Join(", ", origins)} answer.");
    }

    private IEnumerable<Uri> Configured() => settings.Catalog.Providers.Select(provider => settings.Catalog.FindEndpoint(provider)?.BaseUrl)
        .Concat(settings.OAuth.Values.Select(issuer => issuer.TokenUrl)).OfType<Uri>();

    /// <summary>Why it does not answer, in words of ours; null when it does.</summary>
    private async Task<string?> FindObjectionAsync(HttpClient client, Uri origin, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, origin);
            using var answer = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "it took longer than 10 seconds";
        }
        catch (HttpRequestException failure)
        {
            return failure switch
            {
                { InnerException: AuthenticationException } => "its certificate is not trusted, or TLS failed",
                { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
                { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the connection was refused",
                _ => "the connection failed",
            };
        }
    }
}
