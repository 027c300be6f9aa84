using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Wire;

/// <summary>An SDK's client whose failures are <see cref="VendorException"/>s: the wire's own, and of the SDK's, whose text may hold anything, only that there was one.</summary>
/// <param name="sdk">The SDK's client, which is everybody's.</param>
/// <param name="socket">What it sends with.</param>
/// <param name="call">To whom, and what was seen of it.</param>
/// <param name="typed">What an exception of the SDK says in typed fields, of an answer that had begun; null when it says nothing.</param>
internal sealed class VendorChatClient(IChatClient sdk, VendorSocket socket, PinnedCall call, Func<Exception, CallRecord, VendorException?>? typed = null) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        socket.Call = call;
        ChatResponse answer;
        try
        {
            answer = await sdk.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested) // An SDK promises nothing of what it throws.
        {
            throw Known(failed);
        }
        return answer.FinishReason is null ? throw Unusable(null) : answer;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // It is sent with the first step; what the steps have of their own ends with each.
        socket.Call = call;
        await using var parts = sdk.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var isFinished = false;
        while (true)
        {
            try
            {
                if (!await parts.MoveNextAsync().ConfigureAwait(false)) break;
            }
            catch (Exception failed) when (!cancellationToken.IsCancellationRequested) // An SDK promises nothing of what it throws.
            {
                throw Known(failed);
            }
            isFinished |= parts.Current.FinishReason is not null;
            yield return parts.Current;
        }
        // SDKs take a stream that was cut off for a whole one.
        if (!isFinished) throw Unusable(null);
    }

    /// <summary>The SDK's own client is everybody's: it is handed to nobody.</summary>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    /// <summary>What an SDK could not read came after a vendor had answered, unless it never came to ask.</summary>
    private VendorException Known(Exception failed)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            if ((cause as VendorException ?? typed?.Invoke(cause, call.Record)) is { } known) return Described(known, failed);
        }
        return call.Permit.SpentAt is null
            ? new VendorException(ErrorCode.RequestUnsendable, null) { Detail = call.Record.Describe(failed) }
            : Unusable(failed);
    }

    /// <summary>Those who read answers do not see the wire.</summary>
    private VendorException Described(VendorException known, Exception failed) => known.Detail is not null
        ? known
        : new VendorException(known.Code, known.Reason, known.Reset, known.MayHaveBeenCharged)
        {
            IsUnauthorized = known.IsUnauthorized,
            Detail = call.Record.Describe(failed),
        };

    private VendorException Unusable(Exception? failed) =>
        new(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true) { Detail = call.Record.Describe(failed) };
}
