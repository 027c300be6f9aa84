using System.Net;

namespace ChatAuth.Providers.Wire;

/// <summary>The body of a request, which leaves at most once and knows whether it has: before that nothing can have been charged.</summary>
internal sealed class SentBody : HttpContent
{
    private readonly HttpContent _body;
    private int _left;

    /// <param name="body">What the SDK wrote; it stays the SDK's to dispose.</param>
    public SentBody(HttpContent body)
    {
        _body = body;
        Headers.ContentType = body.Headers.ContentType;
    }

    /// <summary>The connection stands, and the body was handed to it.</summary>
    public bool HasLeft => Volatile.Read(ref _left) == 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _left, 1) == 1) throw new IOException("A message is sent once.");
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }
}
