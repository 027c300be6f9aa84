using System.Net.Http.Headers;
using ChatAuth.Core.Credentials;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.OAuth;

/// <summary>
/// Sends token requests over HTTP, each once and over a connection of its own: no redirect, proxy of the environment, cookie, log, activity or retry is
/// handed what they carry.
/// </summary>
internal sealed class HttpTokenEndpoint(TimeProvider time) : ITokenEndpoint, IDisposable
{
    private const int Largest = 64 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private readonly HttpClient _http = new(Open()) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<RawTokenAnswer> SendAsync(OAuthSettings settings, TokenGrant grant, CancellationToken cancellationToken)
    {
        if (!settings.CanRefresh) throw new ArgumentException("There is no token endpoint in these settings.", nameof(settings));
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var body = new TokenRequestBody(TokenForm.Of(settings.ClientId!, grant), () => end.CancelAfter(Deadline));
        using var caller = cancellationToken.Register(() =>
        {
            if (body.TryWithdraw()) end.Cancel();
        });
        try
        {
            return await ExchangeAsync(settings.TokenUrl!, body, end.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            if (!body.HasLeft) cancellationToken.ThrowIfCancellationRequested();
            throw new TokenRequestException(body.HasLeft, ReasonOf(failed));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<RawTokenAnswer> ExchangeAsync(Uri address, TokenRequestBody body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ChatAuth", null));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(Largest, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new RawTokenAnswer((int)response.StatusCode, answer) { RetryAfter = RetryAfter(response.Headers.RetryAfter) };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? stated)
    {
        var wait = stated?.Delta ?? stated?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static SocketsHttpHandler Open()
    {
        var socket = DirectSocket.Open();
        socket.PooledConnectionLifetime = TimeSpan.Zero;
        return socket;
    }

    /// <summary>In words of ours: an exception's message may hold anything.</summary>
    private static string ReasonOf(Exception failed) => failed switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "it cannot be reached",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate is not accepted",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its answer is too large",
        OperationCanceledException => "it did not answer in time",
        _ => "the connection broke",
    };
}
