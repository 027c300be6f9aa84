using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace ChatAuth.Providers.OpenAI;

/// <summary>Asks one model through the vendor's own client.</summary>
/// <param name="sdk">The vendor's client, bound to the model.</param>
/// <param name="dialect">How the endpoint wants to be asked.</param>
/// <param name="model">The model's id as it is configured: what an endpoint calls itself is not handed on.</param>
internal sealed class OpenAIChatClient(Sdk.ChatClient sdk, OpenAIDialect dialect, string model) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = OpenAIMessages.Of(messages, options);
        Sdk.ChatCompletion answer = await sdk.CompleteChatAsync(asked, dialect.OptionsOf(options), cancellationToken).ConfigureAwait(false);
        return OpenAIAnswers.Of(answer, model);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = OpenAIMessages.Of(messages, options);
        var finished = false;
        await foreach (var read in sdk.CompleteChatStreamingAsync(asked, dialect.OptionsOf(options), cancellationToken).ConfigureAwait(false))
        {
            if (OpenAIAnswers.Of(read, model) is not { } part) continue;
            finished |= part.FinishReason is not null;
            yield return part;
        }
        // A connection that is closed early looks like an end.
        if (!finished) throw new VendorException(ErrorCode.VendorAnswerUnusable, null, mayHaveBeenCharged: true);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
