namespace ChatAuth.Providers.Wire;

/// <summary>
/// The one way to model vendors, shared by the process. No redirect is followed and no proxy of the environment is used: each would be handed the credential.
/// Without a propagator there is no activity either, and nothing of the framework logs. Thread-safe.
/// </summary>
/// <param name="time">The clock of all waits.</param>
/// <param name="open">Opens the way; null is the network. It happens with the first request: most commands call nobody.</param>
internal sealed class VendorSocket(TimeProvider time, Func<HttpMessageHandler>? open = null) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _socket = new(() => new HttpMessageInvoker((open ?? Open)()));

    public TimeProvider Time { get; } = time;

    public WireLimits Limits { get; init; } = new();

    /// <summary>A client for an SDK, which can make nothing but this call's requests. It may be disposed; the socket stays.</summary>
    public HttpClient Open(PinnedCall call) => new(new PinnedRequestHandler(this, call)) { Timeout = Timeout.InfiniteTimeSpan };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _socket.Value.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        if (_socket.IsValueCreated) _socket.Value.Dispose();
    }

    private static SocketsHttpHandler Open()
    {
        var socket = DirectSocket.Open();
        socket.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        // Shorter than vendors keep them: a message that meets a closing connection may have been charged, as far as anybody knows.
        socket.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);
        socket.MaxResponseHeadersLength = 32;
        return socket;
    }
}
