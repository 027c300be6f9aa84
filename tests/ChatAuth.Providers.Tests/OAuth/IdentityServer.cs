using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatAuth.Providers.Tests.OAuth;

/// <summary>A server on loopback that reads one request and answers with prepared bytes, over and over when they shall have no end.</summary>
internal sealed class IdentityServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _request = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public IdentityServer(string answer, bool endless = false)
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.UTF8.GetBytes(answer), endless);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/oauth/profile");

    /// <summary>The head of the request, once it is here.</summary>
    public Task<string> Request => _request.Task.WaitAsync(TimeSpan.FromSeconds(15));

    public static IdentityServer Saying(string json) => new(Response("200 OK", json));

    public static string Response(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer, bool endless)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            var (buffer, head) = (new byte[8192], "");
            while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal)) head += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, _stop.Token));
            _request.TrySetResult(head);
            do await stream.WriteAsync(answer, _stop.Token);
            while (endless);
            if (answer.Length == 0) await stream.ReadExactlyAsync(new byte[1], _stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
        {
            // As it was told, or the other end has had enough.
        }
    }
}
