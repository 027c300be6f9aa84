using System.Net.Http.Headers;
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
        if (!call.Allows(request.RequestUri)) throw new VendorException(ErrorCode.OriginRefused, null);
        using var pinned = Pin(request);
        call.Permit.Spend(call.Profile, request.RequestUri);
        using var patience = new CancellationTokenSource(socket.Limits.Head, socket.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await socket.SendAsync(pinned, either.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) throw await RefusalAsync(answer, cancellationToken).ConfigureAwait(false);
            // The SDK is given its own request back: ours carries the credential.
            answer.RequestMessage = request;
            answer.Content = new LimitedAnswer(answer.Content, socket.Limits, socket.Time);
            return answer;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            answer?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw Unanswered(failed, call.Permit.HasLeft);
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

    private async Task<VendorException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
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
        return VendorRefusal.Of((int)answer.StatusCode, answer.Headers, VendorError.Read(start.AsMemory(0, length)), socket.Time.GetUtcNow());
    }

    /// <summary>Nothing of the failure goes along: its text may hold anything.</summary>
    private static VendorException Unanswered(Exception failed, bool hasLeft) => failed is OperationCanceledException
        ? new VendorException(hasLeft ? ErrorCode.VendorTimeout : ErrorCode.VendorUnavailable, hasLeft ? FailureReason.Timeout : null, mayHaveBeenCharged: hasLeft)
        : failed is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            ? new VendorException(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true)
            : new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: hasLeft);
}
