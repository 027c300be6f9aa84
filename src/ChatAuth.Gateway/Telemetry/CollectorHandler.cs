using System.Globalization;

namespace ChatAuth.Gateway.Telemetry;

/// <summary>One exporter's requests. No redirect and no proxy of the environment is followed, and the requests are no activities of their own.</summary>
internal sealed class CollectorHandler(CollectorPath path) : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseProxy = false,
    UseCookies = false,
    ActivityHeadersPropagator = null,
    ConnectTimeout = TimeSpan.FromSeconds(5),
})
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Told(base.Send(request, cancellationToken));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            path.Failed(failed.GetType().Name);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Told(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            path.Failed(failed.GetType().Name);
            throw;
        }
    }

    private HttpResponseMessage Told(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode) path.Failed(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        else if (IsRefusedByGrpc(answer)) path.Failed("grpc-status");
        else path.Delivered();
        return answer;
    }

    /// <summary>What gRPC refuses has status 200, and says so among the headers where it has nothing else to say.</summary>
    private static bool IsRefusedByGrpc(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("grpc-status", out var status) && status.Any(word => word != "0");
}
