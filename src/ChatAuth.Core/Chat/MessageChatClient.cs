using System.Runtime.CompilerServices;
using ChatAuth.Core.Commands;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>One message's chat client, for code that only knows <see cref="IChatClient"/>: one call, because a message is charged at most once.</summary>
internal sealed class MessageChatClient(SessionChatClient chat, FaultReplies faults, CommandContext context) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asking = chat.AskAsync(context, messages, null, options, cancellationToken);
        switch (await faults.GuardAsync(context, asking, cancellationToken).ConfigureAwait(false))
        {
            case AskResult.Answer answer:
                Tell(answer.Response.AdditionalProperties ??= [], answer.Receipt, answer.Notices);
                return answer.Response;
            case AskResult.Refused refused:
                throw new CredentialRefusedException(refused.Reply);
            default:
                throw new InvalidOperationException();
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var notices = new List<Notice>();
        var request = new AskRequest(messages, null, options, IsStreamed: true);
        var stream = faults.GuardAsync(context, chat.StreamAsync(context, request, cancellationToken), cancellationToken);
        await foreach (var update in stream.ConfigureAwait(false))
        {
            switch (update)
            {
                case AskUpdate.Noticed noticed: notices.Add(noticed.Notice); break;
                case AskUpdate.Part part: yield return part.Update; break;
                case AskUpdate.Refused refused: throw new CredentialRefusedException(refused.Reply);
                case AskUpdate.BrokeOff broken: throw new CredentialRefusedException(broken.Reply);
                case AskUpdate.Completed done:
                    var last = new ChatResponseUpdate(ChatRole.Assistant, []) { AdditionalProperties = [] };
                    Tell(last.AdditionalProperties, done.Receipt, notices);
                    yield return last;
                    break;
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static void Tell(AdditionalPropertiesDictionary properties, ShownReceipt receipt, IReadOnlyList<Notice> notices) =>
        (properties[IChatAuth.ReceiptProperty], properties[IChatAuth.NoticesProperty]) = (receipt, notices);
}
