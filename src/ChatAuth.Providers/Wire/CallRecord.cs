using System.Net.Sockets;
using ChatAuth.Core.Chat;

namespace ChatAuth.Providers.Wire;

/// <summary>What was seen of one call, for the log of its failure. Everything that the other end wrote passes <see cref="OutsideText"/> first.</summary>
internal sealed class CallRecord(CredentialHeader credential, SendPermit permit)
{
    private readonly OutsideText _text = new(credential);
    private VendorCallDetail _seen = new(CallStage.Unsent);
    private TimeProvider? _time;
    private long _begun;
    private long _taken;

    /// <summary>The request goes now.</summary>
    public void Begin(TimeProvider time) => (_time, _begun) = (time, time.GetTimestamp());

    /// <summary>A head has come.</summary>
    public void Answered(HttpResponseMessage answer) => _seen = new VendorCallDetail(answer.IsSuccessStatusCode ? CallStage.Answering : CallStage.Refused)
    {
        Status = (int)answer.StatusCode,
        MediaType = _text.Word(answer.Content.Headers.ContentType?.MediaType),
        Encoding = _text.Word(string.Join(',', answer.Content.Headers.ContentEncoding)),
        RequestId = _text.Word(Find(answer, "request-id") ?? Find(answer, "x-request-id")),
        RedirectedTo = answer.Headers.Location is { IsAbsoluteUri: true } target ? _text.Word($"{target.Scheme}://{target.Host}:{target.Port}") : null,
    };

    /// <summary>Bytes of the body were read.</summary>
    public void Took(int length) => _taken += length;

    /// <summary>What stands in place of an answer was read.</summary>
    /// <param name="error">Its typed fields.</param>
    /// <param name="text">What of it may be told.</param>
    /// <param name="sent">The request's body, of which nothing is repeated; where there is no text, none is needed.</param>
    public void Read(VendorError error, string text, ReadOnlyMemory<byte> sent = default) => _seen = _seen with
    {
        ErrorType = _text.Word(error.Type),
        ErrorCode = _text.Word(error.Code),
        Excerpt = _text.Excerpt(text, sent),
    };

    /// <summary>What the log is told.</summary>
    /// <param name="cause">What broke it, of which the types go along and no text; null when nothing did.</param>
    public VendorCallDetail Describe(Exception? cause = null) => _seen with
    {
        Stage = _seen.Status is null && permit.HasLeft ? CallStage.Waiting : _seen.Stage,
        SentTo = permit.SentTo,
        Elapsed = _time?.GetElapsedTime(_begun) ?? TimeSpan.Zero,
        BytesRead = _taken,
        Causes = cause is null ? null : string.Join(" < ", ChainOf(cause)),
    };

    private static IEnumerable<string> ChainOf(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            yield return cause switch
            {
                HttpRequestException http => $"{cause.GetType().Name} {http.HttpRequestError}",
                SocketException socket => $"{cause.GetType().Name} {socket.SocketErrorCode}",
                VendorException vendor => $"{cause.GetType().Name} {vendor.Code}",
                _ => cause.GetType().Name,
            };
        }
    }

    private static string? Find(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
