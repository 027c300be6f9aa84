using System.Net;
using ChatAuth.Core.Chat;

namespace ChatAuth.Providers.Wire;

/// <summary>The body of a request, which leaves at most once and has its permit know it: before that nothing can have been charged.</summary>
internal sealed class SentBody : HttpContent
{
    private readonly HttpContent _body;
    private readonly SendPermit _permit;

    /// <param name="body">What the SDK wrote; it stays the SDK's to dispose.</param>
    /// <param name="permit">The authority that it leaves by.</param>
    public SentBody(HttpContent body, SendPermit permit)
    {
        (_body, _permit) = (body, permit);
        Headers.ContentType = body.Headers.ContentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!_permit.TryLeave()) throw new IOException("A message is sent once.");
        return _body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }
}
