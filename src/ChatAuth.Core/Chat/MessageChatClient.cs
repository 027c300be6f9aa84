using System.Runtime.CompilerServices;
using ChatAuth.Core.Commands;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>One message's chat client, for code that only knows <see cref="IChatClient"/>.</summary>
internal sealed class MessageChatClient(IChatAuth chatAuth, CommandContext context) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await chatAuth.AskAsync(context, messages, null, cancellationToken).ConfigureAwait(false) switch
        {
            AskResult.Answer answer => answer.Response,
            AskResult.Refused refused => throw new CredentialRefusedException(refused.Reply),
            _ => throw new InvalidOperationException(),
        };

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in chatAuth.AskStreamingAsync(context, messages, null, cancellationToken).ConfigureAwait(false))
        {
            switch (update)
            {
                case AskUpdate.Part part: yield return part.Update; break;
                case AskUpdate.Refused refused: throw new CredentialRefusedException(refused.Reply);
                case AskUpdate.BrokeOff broken: throw new CredentialRefusedException(broken.Reply);
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
