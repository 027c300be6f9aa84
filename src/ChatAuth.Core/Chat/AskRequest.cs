using System.Runtime.CompilerServices;
using ChatAuth.Core.Models;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>What is asked, and how its answer is to come.</summary>
/// <param name="Messages">The conversation; what is asked stands last.</param>
/// <param name="Choice">With what it is asked; null is the conversation's choice.</param>
/// <param name="Options">What the host wants of the model; null is nothing.</param>
/// <param name="IsStreamed">The answer comes in parts as it is written; otherwise its one part is a <see cref="WholeAnswer"/>.</param>
internal sealed record AskRequest(IEnumerable<ChatMessage> Messages, AskChoice? Choice, ChatOptions? Options, bool IsStreamed)
{
    /// <summary>Sends it to the client of a credential.</summary>
    public IAsyncEnumerable<ChatResponseUpdate> SendAsync(IChatClient client, ModelRef model, CancellationToken cancellationToken)
    {
        var options = Options?.Clone();
        // The client is bound to the model; what a host set for another one does not count.
        if (options is not null) options.ModelId = model.Model;
        return IsStreamed ? client.GetStreamingResponseAsync(Messages, options, cancellationToken) : WholeAsync(client, options, cancellationToken);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> WholeAsync(
        IChatClient client, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new WholeAnswer(await client.GetResponseAsync(Messages, options, cancellationToken).ConfigureAwait(false));
    }
}
