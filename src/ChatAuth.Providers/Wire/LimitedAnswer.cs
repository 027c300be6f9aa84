using System.Net;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;

namespace ChatAuth.Providers.Wire;

/// <summary>The body of an answer, cut where it grows too long or takes too long.</summary>
internal sealed class LimitedAnswer : HttpContent
{
    private readonly HttpContent _answer;
    private readonly WireLimits _limits;
    private readonly TimeProvider _time;

    /// <exception cref="VendorException">It is neither JSON nor a stream of events.</exception>
    public LimitedAnswer(HttpContent answer, WireLimits limits, TimeProvider time)
    {
        (_answer, _limits, _time) = (answer, limits, time);
        if (answer.Headers.ContentType?.MediaType is not ("application/json" or "text/event-stream"))
        {
            throw new VendorException(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true);
        }
        Headers.ContentType = answer.Headers.ContentType;
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        new LimitedStream(await _answer.ReadAsStreamAsync().ConfigureAwait(false), _limits, _time);

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
