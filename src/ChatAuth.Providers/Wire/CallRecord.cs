using System.Net.Http.Headers;
using System.Net.Sockets;
using ChatAuth.Core.Chat;

namespace ChatAuth.Providers.Wire;

/// <summary>What was seen of one call, for the log of its failure. Everything that the other end wrote passes <see cref="OutsideText"/> first.</summary>
internal sealed class CallRecord(CredentialHeader credential, SendPermit permit)
{
    private HttpResponseMessage? _answer;
    private HttpContentHeaders? _content;
    private VendorError? _error;
    private string? _excerpt;
    private TimeProvider? _time;
    private long _begun;
    private long _taken;

    /// <summary>The request goes now.</summary>
    public void Begin(TimeProvider time) => (_time, _begun) = (time, time.GetTimestamp());

    /// <summary>A head has come. It is looked at only if the call fails.</summary>
    public void Answered(HttpResponseMessage answer) => (_answer, _content) = (answer, answer.Content.Headers);

    /// <summary>Bytes of the body were read.</summary>
    public void Took(int length) => _taken += length;

    /// <summary>What stands in place of an answer was read.</summary>
    /// <param name="error">Its typed fields.</param>
    /// <param name="text">What of it may be told.</param>
    /// <param name="sent">The request's body, of which nothing is repeated; where there is no text, none is needed.</param>
    public void Read(VendorError error, string text, ReadOnlyMemory<byte> sent = default) =>
        (_error, _excerpt) = (error, new OutsideText(credential).Excerpt(text, sent));

    /// <summary>What the log is told.</summary>
    /// <param name="cause">What broke it, of which the types go along and no text; null when nothing did.</param>
    public VendorCallDetail Describe(Exception? cause = null)
    {
        var outside = new OutsideText(credential);
        return new VendorCallDetail(Stage)
        {
            SentTo = permit.SentTo,
            Elapsed = _time?.GetElapsedTime(_begun) ?? TimeSpan.Zero,
            Status = (int?)_answer?.StatusCode,
            MediaType = outside.Word(_content?.ContentType?.MediaType),
            Encoding = outside.Word(string.Join(',', _content?.ContentEncoding ?? [])),
            BytesRead = _taken,
            RedirectedTo = _answer?.Headers.Location is { IsAbsoluteUri: true } target ? outside.Word($"{target.Scheme}://{target.Host}:{target.Port}") : null,
            RequestId = outside.Word(Find("request-id") ?? Find("x-request-id")),
            ErrorType = outside.Word(_error?.Type),
            ErrorCode = outside.Word(_error?.Code),
            Causes = cause is null ? null : string.Join(" < ", ChainOf(cause)),
            Excerpt = _excerpt,
        };
    }

    private CallStage Stage => _answer switch
    {
        null => permit.HasLeft ? CallStage.Waiting : CallStage.Unsent,
        { IsSuccessStatusCode: true } => CallStage.Answering,
        _ => CallStage.Refused,
    };

    private string? Find(string name) => _answer?.Headers.TryGetValues(name, out var values) == true ? values.First() : null;

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
}
