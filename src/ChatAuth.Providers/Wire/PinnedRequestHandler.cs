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
internal sealed class PinnedRequestHandler(VendorSocket socket, PinnedCall call) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!call.Allows(request.RequestUri)) throw new VendorException(ErrorCode.OriginRefused, null) { Detail = call.Record.Describe() };
        using var pinned = Pin(request);
        call.Permit.Spend(call.Profile, request.RequestUri);
        call.Record.Begin(socket.Time);
        using var patience = new CancellationTokenSource(socket.Limits.Head, socket.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await socket.SendAsync(pinned, either.Token).ConfigureAwait(false);
            call.Record.Answered(answer);
            if (!answer.IsSuccessStatusCode || !LimitedAnswer.Takes(answer.Content.Headers)) throw await RefusalAsync(request.Content, answer, cancellationToken).ConfigureAwait(false);
            // The SDK is given its own request back: ours carries the credential.
            answer.RequestMessage = request;
            answer.Content = new LimitedAnswer(answer.Content, socket, call);
            return answer;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            answer?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw Unanswered(failed);
        }
        catch (VendorException)
        {
            answer?.Dispose();
            throw;
        }
    }

    /// <summary>Made anew: of the SDK's own headers, which the environment may have planted, none goes along.</summary>
    private HttpRequestMessage Pin(HttpRequestMessage request)
    {
        var pinned = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = request.Content is { } body ? new SentBody(body, call.Permit) : null,
        };
        pinned.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        pinned.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        pinned.Headers.UserAgent.Add(new ProductInfoHeaderValue("ChatAuth", null));
        foreach (var (name, value) in call.Added) pinned.Headers.Add(name, value);
        call.Credential.Set(pinned.Headers);
        return pinned;
    }

    private async Task<VendorException> RefusalAsync(HttpContent? request, HttpResponseMessage answer, CancellationToken cancellationToken)
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
        using var patience = new CancellationTokenSource(socket.Limits.Refused, socket.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var (start, length) = (new byte[socket.Limits.Refusal], 0);
        try
        {
            var stream = await answer.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, either.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status stands without its explanation.
            cancellationToken.ThrowIfCancellationRequested();
        }
        return start.AsMemory(0, length);
    }

    /// <summary>Of the failure its types go along, not its text, which may hold anything.</summary>
    private VendorException Unanswered(Exception failed)
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
