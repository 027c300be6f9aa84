using System.Text;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// <c>/model</c> in Telegram: takes updates as Telegram writes them, from whoever received them, and answers through an <see cref="ITelegramSender"/>.
/// A singleton; thread-safe. One conversation's updates are handled in the order in which they were handed in.
/// </summary>
public sealed partial class TelegramChannel : INoticeSink, IOwnerSink
{
    private readonly IChatAuth _chatAuth;
    private readonly TelegramIdentity _identity;
    private readonly TelegramDelivery _delivery;
    private readonly TelegramReplies _replies;
    private readonly TelegramAsking _asking;
    private readonly TelegramTaps _taps;
    private readonly TelegramHostCommands _host;
    private readonly TelegramMoves _moves;
    private readonly ILogger<TelegramChannel>? _log;
    private readonly ConversationLanes _lanes = new();

    /// <summary>Puts a bot's channel together.</summary>
    /// <param name="chatAuth">What decides.</param>
    /// <param name="sender">What carries answers to Telegram, with the bot's token.</param>
    /// <param name="options">How it talks; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Gets what went wrong, without texts and names; null for none.</param>
    public TelegramChannel(
        IChatAuth chatAuth, ITelegramSender sender, TelegramChannelOptions? options = null, TimeProvider? time = null, ILogger<TelegramChannel>? log = null)
    {
        time ??= TimeProvider.System;
        _chatAuth = chatAuth;
        _log = log;
        _identity = new TelegramIdentity(sender);
        _delivery = new TelegramDelivery(chatAuth, sender, _identity, log);
        _replies = new TelegramReplies(chatAuth, sender, _delivery, _identity, time);
        _asking = new TelegramAsking(chatAuth, sender, _delivery, options ?? new TelegramChannelOptions(), time);
        _taps = new TelegramTaps(chatAuth, sender, _delivery, _asking);
        _host = new TelegramHostCommands(chatAuth, _asking, _replies, _delivery);
        _moves = new TelegramMoves(_delivery, time, log);
    }

    /// <summary>Handles an update to its end, the model's answer included.</summary>
    /// <param name="updateJson">The update as Telegram's JSON; what is none, or not for this bot, is passed over.</param>
    /// <param name="cancellationToken">Cancels; a change that was acknowledged stays, and an answer that was asked for is of unknown outcome.</param>
    /// <returns>False when it could not be dealt with now, because Telegram could not be asked who the bot is; hand it in again.</returns>
    public Task<bool> HandleAsync(string updateJson, CancellationToken cancellationToken = default) =>
        HandleAsync(Encoding.UTF8.GetBytes(updateJson), cancellationToken);

    /// <inheritdoc cref="HandleAsync(string, CancellationToken)"/>
    public async Task<bool> HandleAsync(ReadOnlyMemory<byte> updateJson, CancellationToken cancellationToken = default)
    {
        if (await _identity.FindAsync(cancellationToken).ConfigureAwait(false) is not { } bot) return false;
        await Receive(TelegramUpdateReader.Read(updateJson.Span, bot), cancellationToken).Done.ConfigureAwait(false);
        return true;
    }

    /// <summary>Who the bot is; null when Telegram cannot be asked now, or does not know the token.</summary>
    internal ValueTask<TelegramBot?> FindBotAsync(CancellationToken cancellationToken) => _identity.FindAsync(cancellationToken);

    /// <summary>Takes in what an update is. Its place in its conversation is taken when this returns.</summary>
    internal TelegramTurn Receive(TelegramEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case TelegramEvent.Migrated migrated:
                return new TelegramTurn(migrated.UpdateId, GuardedWork.RunAsync(_moves.MoveAsync(migrated, cancellationToken), _log, cancellationToken));
            case TelegramEvent.Said said:
                return InTurn(said.UpdateId, said.Context, () => SaidAsync(said, cancellationToken), cancellationToken);
            case TelegramEvent.Tapped tap:
                return InTurn(tap.UpdateId, tap.Context, () => _taps.TapAsync(tap, cancellationToken), cancellationToken);
            case TelegramEvent.Overheard overheard:
                return InTurn(overheard.UpdateId, overheard.Context, () => OverheardAsync(overheard, cancellationToken), cancellationToken);
            default:
                if (happened is TelegramEvent.Unreadable && _log is not null) LogUnreadable(_log);
                return TelegramTurn.Nothing(happened.UpdateId);
        }
    }

    /// <inheritdoc/>
    public Asker? ReachedAs(SessionKey conversation)
    {
        if (_identity.Known is not { } bot || TelegramPlace.Of(conversation, bot) is not { } place) return null;
        return new Asker(place.IsPrivate ? new Person("telegram", place.ChatId) : null, conversation, place.IsPrivate);
    }

    /// <inheritdoc/>
    public async Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        if (_identity.Known is not { } bot || TelegramPlace.Of(conversation, bot) is not { } place) return;
        await _delivery.SendAsync(place, null, [new TelegramPart(notice.ToPlainText(), null, null)], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Asker?> ReachAsync(Person owner, CancellationToken cancellationToken) =>
        owner.Platform == TelegramServiceCollectionExtensions.Platform && await _identity.FindAsync(cancellationToken).ConfigureAwait(false) is { } bot
            ? new Asker(owner, TelegramPlace.KeyOf(bot, owner.Id), IsPrivate: true) : null;

    /// <inheritdoc/>
    public Task TellAsync(Asker owner, OwnerNotice notice, CancellationToken cancellationToken) => _identity.Known is { } bot && TelegramPlace.Of(owner.Conversation, bot) is { } place
        ? _delivery.SendAsync(place, null, TelegramMessages.Of(notice), cancellationToken) : Task.CompletedTask;

    /// <summary>After all that came before in this conversation, and after every migration that was announced before.</summary>
    private TelegramTurn InTurn(long? updateId, CommandContext context, Func<Task<Task>> work, CancellationToken cancellationToken)
    {
        var moving = _moves.Announced;
        var handled = _lanes.RunAsync(context.Asker.Conversation, async () =>
        {
            await moving.ConfigureAwait(false);
            return await work().ConfigureAwait(false);
        });
        return new TelegramTurn(updateId, GuardedWork.RunAsync(handled.Unwrap(), _log, cancellationToken));
    }

    private async Task<Task> SaidAsync(TelegramEvent.Said said, CancellationToken cancellationToken)
    {
        // The text too: a host's command never comes to where it would be looked at.
        if (await FindSecretAsync(said.Context, [said.Text, .. said.Carried], cancellationToken).ConfigureAwait(false) is { } secret)
        {
            await _replies.SecretAsync(said.Place, said.MessageId, secret, cancellationToken).ConfigureAwait(false);
            return Task.CompletedTask;
        }
        if (await _host.TryRestartAsync(said, cancellationToken).ConfigureAwait(false)) return Task.CompletedTask;
        said = said with { Text = TelegramHostCommands.Translated(said) };
        switch (await _chatAuth.HandleAsync(said.Context, said.Text, cancellationToken).ConfigureAwait(false))
        {
            case HandleResult.Handled handled:
                await _replies.ReplyAsync(said, handled.Reply, cancellationToken).ConfigureAwait(false);
                return Task.CompletedTask;
            case HandleResult.AskModel ask when said.IsAddressed || ask.Choice is not null:
                return _asking.AskAsync(said.Context, said.Place, TelegramReplies.Answered(said), ask, cancellationToken);
            default:
                return Task.CompletedTask;
        }
    }

    private async Task<Task> OverheardAsync(TelegramEvent.Overheard overheard, CancellationToken cancellationToken)
    {
        if (await FindSecretAsync(overheard.Context, overheard.Texts, cancellationToken).ConfigureAwait(false) is { } secret)
        {
            await _replies.SecretAsync(overheard.Place, overheard.MessageId, secret, cancellationToken).ConfigureAwait(false);
        }
        return Task.CompletedTask;
    }

    private async Task<CommandReply?> FindSecretAsync(CommandContext context, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        foreach (var text in texts)
        {
            var result = await _chatAuth.HandleAsync(context with { Standing = TextStanding.Overheard }, text, cancellationToken).ConfigureAwait(false);
            if (result is HandleResult.Handled handled) return handled.Reply;
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update could not be read")]
    private static partial void LogUnreadable(ILogger log);
}
