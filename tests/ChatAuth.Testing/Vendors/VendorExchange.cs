using System.Net.Sockets;
using System.Text;

namespace ChatAuth.Testing.Vendors;

/// <summary>One request, and the bare socket that its answer is written to.</summary>
public sealed class VendorExchange
{
    private readonly Socket _socket;

    internal VendorExchange(FakeVendor vendor, FakeVendorRequest request, Socket socket, CancellationToken stop) =>
        (Vendor, Request, _socket, Stop) = (vendor, request, socket, stop);

    /// <summary>The vendor.</summary>
    public FakeVendor Vendor { get; }

    /// <summary>What was asked.</summary>
    public FakeVendorRequest Request { get; }

    /// <summary>The vendor ends.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The socket cannot be used for another request.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Writes bytes.</summary>
    public async Task WriteAsync(string text)
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(text);
        while (rest.Length > 0) rest = rest[await _socket.SendAsync(rest, SocketFlags.None, Stop)..];
    }

    /// <summary>Writes a head; without a length, what follows is chunked.</summary>
    public Task HeadAsync(int status, string type, int? length, params IEnumerable<(string Name, string Value)> headers)
    {
        var more = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        var size = length is { } known ? $"Content-Length: {known}" : "Transfer-Encoding: chunked";
        return WriteAsync($"HTTP/1.1 {status} Fake\r\nContent-Type: {type}\r\nrequest-id: req_fake\r\n{more}{size}\r\n\r\n");
    }

    /// <summary>Writes a whole answer.</summary>
    public async Task WholeAsync(int status, string body, string type = "application/json", params IEnumerable<(string Name, string Value)> headers)
    {
        await HeadAsync(status, type, Encoding.UTF8.GetByteCount(body), headers);
        await WriteAsync(body);
    }

    /// <summary>Writes one chunk; an empty one is the last.</summary>
    public Task ChunkAsync(string text) => WriteAsync($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>Waits until the other end goes.</summary>
    public async Task HoldAsync()
    {
        IsOver = true;
        while (await _socket.ReceiveAsync(new byte[1].AsMemory(), SocketFlags.None, Stop) > 0)
        {
        }
    }

    /// <summary>Closes in order, whatever was promised.</summary>
    public void Close()
    {
        IsOver = true;
        _socket.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Breaks the connection: RST, not FIN.</summary>
    public void Reset()
    {
        IsOver = true;
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }
}
