using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Benchmarks;

/// <summary>One connection that is kept, as a reverse proxy has it. It costs so little that what is measured is the gateway.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private LoadConnection(Socket socket) => _socket = socket;

    public static async Task<LoadConnection> OpenAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new LoadConnection(socket);
    }

    public static byte[] BytesOf(Uri address, FakeDiscordSignedRequest request)
    {
        var body = Encoding.UTF8.GetBytes(request.Body);
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            POST /discord/interactions HTTP/1.1
            Host: {address.Authority}
            User-Agent: Discord-Interactions/1.0 (+https://discord.com)
            Content-Type: application/json
            X-Signature-Ed25519: {request.Signature}
            X-Signature-Timestamp: {request.Timestamp}
            Content-Length: {body.Length}


            """).ReplaceLineEndings("\r\n")), .. body];
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>Whether the status is 200 and the body has what is expected in it.</returns>
    public async ValueTask<bool> ExchangeAsync(byte[] request, byte[] expected)
    {
        for (var sent = 0; sent < request.Length;) sent += await _socket.SendAsync(request.AsMemory(sent));
        var (have, body, length) = (0, -1, 0);
        while (body < 0 || have < body + length)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(have));
            if (read == 0) return false;
            have += read;
            if (body < 0 && _buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is var end && end >= 0) (body, length) = (end + 4, LengthIn(_buffer.AsSpan(0, end)));
        }
        return _buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8) && _buffer.AsSpan(body, length).IndexOf(expected) >= 0;
    }

    public void Dispose() => _socket.Dispose();

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var value = head[(head.IndexOf(name) + name.Length)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
