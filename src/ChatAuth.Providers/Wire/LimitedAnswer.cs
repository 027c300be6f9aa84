using System.Net;
using System.Net.Http.Headers;

namespace ChatAuth.Providers.Wire;

/// <summary>The body of an answer, cut where it grows too long or takes too long.</summary>
internal sealed class LimitedAnswer : HttpContent
{
    private readonly HttpContent _answer;
    private readonly VendorSocket _socket;
    private readonly PinnedCall _call;
    private readonly Patience _patience;

    public LimitedAnswer(HttpContent answer, VendorSocket socket, PinnedCall call, Patience patience)
    {
        (_answer, _socket, _call, _patience) = (answer, socket, call, patience);
        Headers.ContentType = answer.Headers.ContentType;
    }

    /// <summary>Whether it is of a form that can be an answer: JSON or a stream of events, and not packed, which nobody asked for.</summary>
    public static bool Takes(HttpContentHeaders headers) =>
        headers.ContentType?.MediaType is "application/json" or "text/event-stream" && headers.ContentEncoding.All(packed => packed is "identity");

    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        var answer = await _answer.ReadAsStreamAsync().ConfigureAwait(false);
        var limited = new LimitedReader(answer, _socket, _patience, _call.Record);
        return _call.Reader?.Invoke(limited) ?? limited;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var answer = await CreateContentReadStreamAsync().ConfigureAwait(false);
        await answer.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _answer.Dispose();
        base.Dispose(disposing);
    }
}
