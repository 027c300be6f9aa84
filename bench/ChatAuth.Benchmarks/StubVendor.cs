using System.Net;
using System.Net.Http.Headers;

namespace ChatAuth.Benchmarks;

/// <summary>Stands in the socket's place: takes the body of a request and answers at once, so that nothing but the code before it is measured.</summary>
internal sealed class StubVendor(bool isAnthropic) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly MediaTypeHeaderValue s_events = new("text/event-stream");

    private readonly byte[][] _whole = [VendorAnswers.Whole(isAnthropic)];
    private readonly byte[][] _events = VendorAnswers.Events(isAnthropic);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(1024);
        await request.Content!.CopyToAsync(body, cancellationToken);
        var isStreamed = body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"stream\":true"u8) >= 0;
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new Arriving(isStreamed ? _events : _whole)) { Headers = { ContentType = isStreamed ? s_events : s_json } },
            RequestMessage = request,
        };
    }

    /// <summary>An answer that arrives in these parts, one a read.</summary>
    private sealed class Arriving(byte[][] parts) : MemoryStream
    {
        private int _next;
        private int _taken;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Take(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Take(buffer.AsSpan(offset, count)));

        public override int Read(Span<byte> buffer) => Take(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            for (; _next < parts.Length; _next++) await destination.WriteAsync(parts[_next], cancellationToken);
        }

        private int Take(Span<byte> buffer)
        {
            if (_next == parts.Length) return 0;
            var part = parts[_next].AsSpan(_taken);
            var length = Math.Min(part.Length, buffer.Length);
            part[..length].CopyTo(buffer);
            if (length == part.Length) (_next, _taken) = (_next + 1, 0);
            else _taken += length;
            return length;
        }
    }
}
