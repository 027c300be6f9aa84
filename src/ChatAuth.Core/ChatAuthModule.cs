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
    public Task<HandleResult> HandleAsync(CommandContext context, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return GuardedAsync(context, () => ReadAsync(context, text, cancellationToken), cancellationToken);
    }

    public Task<HandleResult> HandleAsync(CommandContext context, string prompt, string? with, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return GuardedAsync(context, () => ReadAsync(context, prompt, with, cancellationToken), cancellationToken);
    }

    public async Task<HandleResult> TapAsync(CommandContext context, string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return IsNobody(context)
            ? new HandleResult.Ignored()
            : await GuardedAsync(context, () => taps.TapAsync(context, token, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public Task<AskResult> AskAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default) =>
        faults.GuardAsync(context, chat.AskAsync(context, messages, choice, null, cancellationToken), cancellationToken);

    public IAsyncEnumerable<AskUpdate> AskStreamingAsync(
        CommandContext context, IEnumerable<ChatMessage> messages, AskChoice? choice = null, CancellationToken cancellationToken = default) =>
        faults.GuardAsync(context, chat.StreamAsync(context, new AskRequest(messages, choice, null, IsStreamed: true), cancellationToken), cancellationToken);

    public IChatClient GetChatClient(CommandContext context) => new MessageChatClient(chat, faults, context);

    public void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at) => events.Delivered(context, reply, at);

    public Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken = default) =>
        events.RestartedAsync(context, cancellationToken);

    public Task CompactedAsync(CommandContext context, CancellationToken cancellationToken = default) =>
        events.CompactedAsync(context, cancellationToken);

    public Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken = default) =>
        events.MovedAsync(from, to, cancellationToken);

    private async Task<HandleResult> ReadAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        if (Unread(context, text) is { } unread) return unread;
        var message = ModelCommandParser.Parse(text, settings.Catalog, context.Bot);
        return message.Kind switch
        {
            MessageKind.Plain => await PlainAsync(context, text, cancellationToken).ConfigureAwait(false),
            _ when context.Standing is TextStanding.PassedOn => new HandleResult.Ignored(),
            MessageKind.Command => await CommandAsync(context, message.Command!, cancellationToken).ConfigureAwait(false),
            MessageKind.UnknownCommand when context.IsOnlyBot => new HandleResult.Handled(await events.CommandUnknownAsync(context, text, cancellationToken).ConfigureAwait(false)),
            _ => new HandleResult.Ignored(),
        };
    }

    private async Task<HandleResult> ReadAsync(CommandContext context, string prompt, string? with, CancellationToken cancellationToken)
    {
        if (Unread(context, prompt, with) is { } unread) return unread;
        if (context.Standing is TextStanding.PassedOn) return with is null ? await PlainAsync(context, prompt, cancellationToken).ConfigureAwait(false) : new HandleResult.Ignored();
        if (with is not null) return await CommandAsync(context, AskOnceForm.Read(with, prompt), cancellationToken).ConfigureAwait(false);
        return await events.MayAskAsync(context, cancellationToken).ConfigureAwait(false)
            ? new HandleResult.AskModel(prompt, null)
            : new HandleResult.Handled(await events.RightMissingAsync(context, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What becomes of texts that are looked at for secrets and no further; null when they are to be read.</summary>
    private static HandleResult? Unread(CommandContext context, string text, string? beside = null) =>
        (SecretScanner.Scan(text) ?? SecretScanner.Scan(beside)) is { } finding ? new HandleResult.Handled(ConversationEvents.SecretFound(context, finding.Certain))
        : context.Standing is TextStanding.Overheard || IsNobody(context) ? new HandleResult.Ignored()
        : null;

    private async Task<HandleResult> PlainAsync(CommandContext context, string text, CancellationToken cancellationToken) =>
        await events.MayAskAsync(context, cancellationToken).ConfigureAwait(false) ? new HandleResult.AskModel(text, null) : new HandleResult.Ignored();

    private async Task<HandleResult> CommandAsync(CommandContext context, ModelCommand command, CancellationToken cancellationToken)
    {
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        return await commands.HandleAsync(turn, command, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HandleResult> GuardedAsync(CommandContext context, Func<Task<HandleResult>> handle, CancellationToken cancellationToken)
    {
        try
        {
            return await handle().ConfigureAwait(false);
        }
        catch (Exception broken) when (!FaultReplies.IsCancellation(broken, cancellationToken))
        {
            // The entry point: whatever broke becomes a reply with a reference; the details are in the log.
            return new HandleResult.Handled(faults.ReplyTo(context, broken));
        }
    }

    private static bool IsNobody(CommandContext context) => context.Asker is { Person: null, IsOperator: false };
}
