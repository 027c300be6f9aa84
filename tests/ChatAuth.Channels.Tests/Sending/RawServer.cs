using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ChatAuth.Channels.Tests.Sending;

/// <summary>A server on loopback that reads a request and answers with prepared bytes, whatever they are.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _received = new();
    private readonly byte[] _answer;
    private readonly bool _hangsUp;
    private readonly Task _serving;

    public RawServer(string answer, bool hangsUp = false, bool tls = false)
    {
        (_answer, _hangsUp) = (Encoding.UTF8.GetBytes(answer), hangsUp);
        _listener.Start();
        _serving = ServeAsync(tls);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A whole request has been read.</summary>
    public Task Asked => _asked.Task;

    public int Connections { get; private set; }

    /// <summary>Everything that came in.</summary>
    public string Received
    {
        get
        {
            lock (_received) return _received.ToString();
        }
    }

    public static RawServer WithJson(string json, string status = "200 OK") => new(Response(status, json));

    public static string Response(string status, string body, string headers = "Content-Type: application/json\r\n") =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(bool tls)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await AnswerAsync(client, tls);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // As it was told.
        }
    }

    private async Task AnswerAsync(TcpClient client, bool tls)
    {
        try
        {
            await using var stream = tls ? await SecureAsync(client.GetStream()) : client.GetStream();
            while (await ReadAsync(stream))
            {
                _asked.TrySetResult();
                await stream.WriteAsync(_answer, _stop.Token);
                if (_hangsUp) return;
            }
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The other end has had enough.
        }
    }

    private static async Task<Stream> SecureAsync(NetworkStream plain)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(certificate);
        return secure;
    }

    /// <summary>Until the length that the head names has come; false when the other end is done.</summary>
    private async Task<bool> ReadAsync(Stream stream)
    {
        var (buffer, request) = (new byte[8192], "");
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return false;
            var part = Encoding.UTF8.GetString(buffer, 0, count);
            lock (_received) _received.Append(part);
            request += part;
            if (request.Split("\r\n\r\n", 2) is [var head, var body] && body.Length >= LengthIn(head)) return true;
        }
    }

    private static int LengthIn(string head) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)
            : 0;
}
