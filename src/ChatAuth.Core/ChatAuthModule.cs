using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core;

/// <summary>The door to the stories: a message is looked at for secrets, parsed, and handed to the command that it is.</summary>
internal sealed class ChatAuthModule(
    ChatAuthSettings settings, TurnFactory turns, ModelCommandHandler commands, TapCommands taps, SessionChatClient chat, ConversationEvents events,
    FaultReplies faults) : IChatAuth
{
    public async Task<HandleResult> HandleAsync(CommandContext context, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            if (SecretScanner.Scan(text) is { } finding) return new HandleResult.Handled(ConversationEvents.SecretFound(context, finding.Certain));
            if (context.Standing is TextStanding.Overheard || IsNobody(context)) return new HandleResult.Ignored();
            var message = ModelCommandParser.Parse(text, settings.Catalog, context.Bot);
            switch (message.Kind)
            {
                case MessageKind.Plain:
                    return await events.MayAskAsync(context, cancellationToken).ConfigureAwait(false)
                        ? new HandleResult.AskModel(text, null)
                        : new HandleResult.Ignored();
                case not MessageKind.Plain when context.Standing is TextStanding.PassedOn:
                    return new HandleResult.Ignored();
                case MessageKind.Command:
                    var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
                    return await commands.HandleAsync(turn, message.Command!, cancellationToken).ConfigureAwait(false);
                case MessageKind.UnknownCommand when context.IsOnlyBot:
                    return new HandleResult.Handled(events.CommandUnknown(context, text));
                default:
                    return new HandleResult.Ignored();
            }
        }
        catch (Exception broken) when (!FaultReplies.IsCancellation(broken, cancellationToken))
        {
            // The entry point: whatever broke becomes a reply with a reference; the details are in the log.
            return new HandleResult.Handled(faults.ReplyTo(context, broken));
        }
    }

    public async Task<HandleResult> TapAsync(CommandContext context, string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (IsNobody(context)) return new HandleResult.Ignored();
        try
        {
            return await taps.TapAsync(context, token, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!FaultReplies.IsCancellation(broken, cancellationToken))
        {
            // The entry point, as above.
            return new HandleResult.Handled(faults.ReplyTo(context, broken));
        }
    }

    public async Task<AskResult> AskAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await chat.AskAsync(context, [.. messages], choice, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!FaultReplies.IsCancellation(broken, cancellationToken))
        {
            // The entry point, as above.
            return new AskResult.Refused(faults.ReplyTo(context, broken));
        }
    }

    public IAsyncEnumerable<AskUpdate> AskStreamingAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default) =>
        faults.GuardAsync(context, chat.StreamAsync(context, [.. messages], choice, null, cancellationToken), cancellationToken);

    public IChatClient GetChatClient(CommandContext context) => new MessageChatClient(chat, faults, context);

    public void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at) => events.Delivered(context, reply, at);

    public Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken = default) =>
        events.RestartedAsync(context, cancellationToken);

    public Task CompactedAsync(CommandContext context, CancellationToken cancellationToken = default) =>
        events.CompactedAsync(context, cancellationToken);

    public Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken = default) =>
        events.MovedAsync(from, to, cancellationToken);

    private static bool IsNobody(CommandContext context) => context.Asker is { Person: null, IsOperator: false };
}
