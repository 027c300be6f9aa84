using System.Net.Http.Headers;
using System.Text;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Wire;

/// <summary>
/// Stands between an SDK and the socket. Whatever the SDK wanted, and whatever the environment made it want, one request goes to the pinned origin, with
/// headers of ours, the pinned credential and no other; what comes back in place of an answer is a <see cref="VendorException"/>, which the SDK never reads.
/// </summary>
internal sealed class PinnedRequestHandler(VendorSocket socket) : HttpMessageHandler
{
    private const string Accepted = "application/json, text/event-stream";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = socket.Call ?? throw new VendorException(ErrorCode.SendNotPermitted, null);
        if (!call.Allows(request.RequestUri)) throw new VendorException(ErrorCode.OriginRefused, null) { Detail = call.Record.Describe() };
        using var pinned = Pin(request, call);
        call.Permit.Spend(call.Profile, request.RequestUri);
        call.Record.Begin(socket.Time);
        var patience = new Patience(socket.Time);
        HttpResponseMessage? answer = null;
        try
        {
            using (var waiting = patience.Begin(socket.Limits.Head, cancellationToken))
            {
                answer = await socket.SendAsync(pinned, waiting.Token).ConfigureAwait(false);
            }
            call.Record.Answered(answer);
            if (!answer.IsSuccessStatusCode || !IsTaken(answer.Content.Headers)) throw await RefusalAsync(call, request.Content, answer, cancellationToken).ConfigureAwait(false);
            // The SDK is given its own request back: ours carries the credential.
            answer.RequestMessage = request;
            answer.Content = Limited(answer.Content, call, patience, cancellationToken);
            return answer;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            answer?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw Unanswered(call, failed);
        }
        catch (VendorException)
        {
            answer?.Dispose();
            throw;
        }
    }

    /// <summary>Made anew: of the SDK's own headers, which the environment may have planted, none goes along.</summary>
    private static HttpRequestMessage Pin(HttpRequestMessage request, PinnedCall call)
    {
        var pinned = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = request.Content is { } body ? new SentBody(body, call.Permit) : null,
        };
        pinned.Headers.TryAddWithoutValidation("Accept", Accepted);
        pinned.Headers.TryAddWithoutValidation("User-Agent", "ChatAuth");
        foreach (var (name, value) in call.Added) pinned.Headers.TryAddWithoutValidation(name, value);
        call.Credential.Set(pinned.Headers);
        return pinned;
    }

    /// <summary>Whether it is of a form that can be an answer: JSON or a stream of events, and not packed, which nobody asked for.</summary>
    private static bool IsTaken(HttpContentHeaders headers) =>
        headers.ContentType?.MediaType is "application/json" or "text/event-stream" && headers.ContentEncoding.All(packed => packed is "identity");

    /// <summary>The body of an answer, cut where it grows too long or takes too long. It is disposed with what it is read from.</summary>
    private StreamContent Limited(HttpContent answer, PinnedCall call, Patience patience, CancellationToken cancellationToken)
    {
        Stream limited = new LimitedReader(answer.ReadAsStream(cancellationToken), socket, patience, call.Record);
        return new StreamContent(call.Reader?.Invoke(limited) ?? limited) { Headers = { ContentType = answer.Headers.ContentType } };
    }

    private async Task<VendorException> RefusalAsync(PinnedCall call, HttpContent? request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await StartAsync(answer, cancellationToken).ConfigureAwait(false);
        var error = VendorError.Read(body);
        call.Record.Took(body.Length);
        var sent = request is null ? [] : await request.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        call.Record.Read(error, IsPage(answer) ? Encoding.UTF8.GetString(body.Span) : answer.IsSuccessStatusCode ? "" : error.Message ?? "", sent);
        return answer.IsSuccessStatusCode
            ? new VendorException(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true) { Detail = call.Record.Describe() }
            : VendorRefusal.Of((int)answer.StatusCode, answer.Headers, call.IsAnthropics ? error : error.OfAnybody, socket.Time.GetUtcNow(), call.Record.Describe());
    }

    /// <summary>A page in place of an answer is of somebody who stands before the vendor. Every other text may be the answer, or a form that repeats the request.</summary>
    private static bool IsPage(HttpResponseMessage answer) =>
        answer is { IsSuccessStatusCode: true, Content.Headers: { ContentType.MediaType: "text/html", ContentEncoding.Count: 0 } };

    /// <summary>The beginning of what came in place of an answer, as far as it came in time.</summary>
    private async Task<ReadOnlyMemory<byte>> StartAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var waiting = new Patience(socket.Time).Begin(socket.Limits.Refused, cancellationToken);
        var (start, length) = (new byte[socket.Limits.Refusal], 0);
        try
        {
            var stream = await answer.Content.ReadAsStreamAsync(waiting.Token).ConfigureAwait(false);
            length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, waiting.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status stands without its explanation.
            cancellationToken.ThrowIfCancellationRequested();
        }
        return start.AsMemory(0, length);
    }

    /// <summary>Of the failure its types go along, not its text, which may hold anything.</summary>
    private static VendorException Unanswered(PinnedCall call, Exception failed)
    {
        var hasLeft = call.Permit.HasLeft;
        var (code, reason) = failed switch
        {
            OperationCanceledException when hasLeft => (ErrorCode.VendorTimeout, FailureReason.Timeout),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
                (ErrorCode.VendorAnswerUnusable, (FailureReason?)null),
            _ => (ErrorCode.VendorUnavailable, null),
        };
        return new VendorException(code, reason, mayHaveBeenCharged: hasLeft) { Detail = call.Record.Describe(failed) };
    }
}
