using System.Net.Sockets;

namespace ChatAuth.Providers.Wire;

/// <summary>
/// The one way to model vendors, shared by the process. No redirect is followed and no proxy of the environment is used: each would be handed the credential.
/// Without a propagator there is no activity either, and nothing of the framework logs. Thread-safe.
/// </summary>
internal sealed class VendorSocket : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _socket;
    private readonly AsyncLocal<PinnedCall?> _call = new();

    /// <param name="time">The clock of all waits.</param>
    /// <param name="open">Opens the way; null is the network. It happens with the first request: most commands call nobody.</param>
    public VendorSocket(TimeProvider time, Func<HttpMessageHandler>? open = null)
    {
        Time = time;
        _socket = new(() => new HttpMessageInvoker((open ?? Open)()));
        Client = new HttpClient(new PinnedRequestHandler(this)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public TimeProvider Time { get; }

    public WireLimits Limits { get; init; } = new();

    /// <summary>What SDKs send with. It makes the request of the call that it is used in, and none outside of one.</summary>
    public HttpClient Client { get; }

    /// <summary>The call that what runs now belongs to; null is none. It holds for the asynchronous method that sets it and for what that one awaits.</summary>
    public PinnedCall? Call
    {
        get => _call.Value;
        set => _call.Value = value;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _socket.Value.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        if (_socket.IsValueCreated) _socket.Value.Dispose();
    }

    private static SocketsHttpHandler Open()
    {
        var socket = DirectSocket.Open();
        socket.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        // Shorter than vendors keep them: a message that meets a closing connection may have been charged, as far as anybody knows.
        socket.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);
        socket.MaxResponseHeadersLength = 32;
        socket.ConnectCallback = ConnectAsync;
        return socket;
    }

    /// <summary>With a sign of life each minute: before a whole answer nothing else goes over a connection, and those that are silent for minutes are dropped on the way, with nobody told.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 60);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
