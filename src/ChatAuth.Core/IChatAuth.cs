using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core;

/// <summary>What a bot's author calls. A singleton; thread-safe. Handling and asking throw for neither a refusal nor a broken store: both are replies.</summary>
public interface IChatAuth
{
    /// <summary>Where the plain chat client's response has its <see cref="Commands.ShownReceipt"/>.</summary>
    const string ReceiptProperty = "chatauth.receipt";

    /// <summary>Where the plain chat client's response has its list of <see cref="Notice"/>s, such as a change of who pays.</summary>
    const string NoticesProperty = "chatauth.notices";

    /// <summary>Looks at a person's message before anything else does, and says what to do with it.</summary>
    /// <param name="context">Whose message it is, and where.</param>
    /// <param name="text">The message as typed.</param>
    /// <param name="cancellationToken">Cancels; a change that was acknowledged stays.</param>
    Task<HandleResult> HandleAsync(CommandContext context, string text, CancellationToken cancellationToken = default);

    /// <summary>The host's own form of a question, such as a slash command with a field for the model: the prompt is never a command, whatever it begins with.</summary>
    /// <param name="context">Whose question it is, and where.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="with">What to ask with this once, as after <c>/model</c> (<c>opus@work</c>); null is the conversation's choice. What works instead of a wrong one is such a text too.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<HandleResult> HandleAsync(CommandContext context, string prompt, string? with, CancellationToken cancellationToken = default);

    /// <summary>Does what a tapped button says, or answers why not; rights, and what the button means, are those of this moment.</summary>
    /// <param name="context">Whose tap it is, and where; <see cref="CommandContext.HasButtons"/> as in the message that it is on.</param>
    /// <param name="token">What the button handed back: a <see cref="ReplyAction.Token"/>, or anything that somebody made up.</param>
    /// <param name="cancellationToken">Cancels; a change that was acknowledged stays.</param>
    Task<HandleResult> TapAsync(CommandContext context, string token, CancellationToken cancellationToken = default);

    /// <summary>Has a message answered by the model and the credential that the conversation chose, and by no other.</summary>
    /// <remarks>
    /// The vendor is asked for the answer in one piece, which begins to come when it is complete: after ten minutes, or <c>Model:TimeoutSeconds</c>, it is given up as of unknown outcome.
    /// Where answers take longer, <see cref="AskStreamingAsync"/> sees that the vendor is still at it.
    /// </remarks>
    /// <param name="context">Whose message it is, and where.</param>
    /// <param name="messages">The history, ending with the message.</param>
    /// <param name="choice">What <see cref="HandleResult.AskModel"/> carried; null is the conversation's choice.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    Task<AskResult> AskAsync(CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default);

    /// <summary>The same as a stream: one <see cref="AskUpdate.Refused"/>, or parts that end with <see cref="AskUpdate.Completed"/>. After the first part there is no failover.</summary>
    /// <param name="context">Whose message it is, and where.</param>
    /// <param name="messages">The history, ending with the message.</param>
    /// <param name="choice">What <see cref="HandleResult.AskModel"/> carried; null is the conversation's choice.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    IAsyncEnumerable<AskUpdate> AskStreamingAsync(CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// A plain chat client for this one message and one call; the model in its options is replaced. A refusal is a
    /// <see cref="CredentialRefusedException"/> there, and who paid is in the response's additional properties.
    /// </summary>
    /// <param name="context">Whose message it is, and where.</param>
    IChatClient GetChatClient(CommandContext context);

    /// <summary>A picker has reached the platform; from now on its numbers mean what it shows. Only for hosts that set <see cref="CommandContext.ReportsDelivery"/>.</summary>
    /// <param name="context">The message that it answers.</param>
    /// <param name="reply">The picker.</param>
    /// <param name="at">When it reached the platform, by the platform's clock.</param>
    void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at);

    /// <summary>The host began the conversation's context anew (<c>/new</c>). Returns what the first line should say.</summary>
    /// <exception cref="Errors.ChatAuthException">A store is broken; the same holds for the members below.</exception>
    /// <param name="context">Whose command it was, and where.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken = default);

    /// <summary>The host compacted the conversation's context.</summary>
    /// <param name="context">Where.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task CompactedAsync(CommandContext context, CancellationToken cancellationToken = default);

    /// <summary>
    /// A conversation got another id (a group that migrated): its choices, history, grants and threads come along, and rules of the configuration that name
    /// the old id go on speaking of it. Idempotent; call it before later messages of that conversation are handled.
    /// </summary>
    /// <param name="from">The old id.</param>
    /// <param name="to">The new id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether there is something to say: people may have chosen under both ids.</returns>
    Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken = default);
}
