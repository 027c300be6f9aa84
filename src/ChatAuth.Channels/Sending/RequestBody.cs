using System.Net;
using System.Net.Http.Headers;

namespace ChatAuth.Channels.Sending;

/// <summary>The body of a request, which knows whether it has left: before that the request cannot have arrived.</summary>
internal sealed class RequestBody : HttpContent
{
    private readonly byte[] _json;

    public RequestBody(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>The connection stands, and the body was handed to it.</summary>
    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
