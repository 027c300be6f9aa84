using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Gateway;

/// <summary>Frames as they are sent: text, or one zlib stream over all of them, flushed after each.</summary>
internal sealed class GatewayStream : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;

    public GatewayStream(bool isCompressed) => _zlib = isCompressed ? new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true) : null;

    public byte[] Pack(JsonObject frame)
    {
        var text = Encoding.UTF8.GetBytes(frame.ToJsonString());
        if (_zlib is null) return text;
        _packed.SetLength(0);
        _zlib.Write(text);
        _zlib.Flush();
        return _packed.ToArray();
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _packed.Dispose();
    }
}
