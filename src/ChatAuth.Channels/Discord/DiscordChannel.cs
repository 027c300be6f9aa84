using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// <c>/model</c> and <c>/ask</c> in Discord: takes interactions as Discord writes them, from whoever received and verified them, and gives back what each
/// is answered with at once; what takes longer follows through an <see cref="IDiscordSender"/>. A singleton; thread-safe. One conversation's interactions
/// are handled in the order in which they were handed in.
/// </summary>
public sealed class DiscordChannel : INoticeSink
{
    /// <summary>Discord waits three seconds; what takes longer than this is promised, and edited in.</summary>
    private static readonly TimeSpan Directly = TimeSpan.FromSeconds(1);

    private static readonly DiscordMessage s_asking = new("Allowed. Asking…");

    private readonly IChatAuth _chatAuth;
    private readonly DiscordDelivery _delivery;
    private readonly DiscordAsking _asking;
    private readonly DiscordCompletion _completion;
    private readonly TimeProvider _time;
    private readonly ILogger<DiscordChannel>? _log;
    private readonly ConversationLanes _lanes = new();
    private readonly UnfinishedWork _later = new();
    private volatile string? _application;

    /// <summary>Puts an application's channel together.</summary>
    /// <param name="chatAuth">What decides.</param>
    /// <param name="names">What completions are made of.</param>
    /// <param name="sender">What carries later answers to Discord, with the bot's token.</param>
    /// <param name="options">How it talks; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="log">Gets what went wrong, without texts and names; null for none.</param>
    public DiscordChannel(
        IChatAuth chatAuth, ICompletionSource names, IDiscordSender sender, DiscordChannelOptions? options = null, TimeProvider? time = null,
        ILogger<DiscordChannel>? log = null)
    {
        _time = time ?? TimeProvider.System;
        _log = log;
        _chatAuth = chatAuth;
        _delivery = new DiscordDelivery(sender, _time);
        options ??= new DiscordChannelOptions();
        _application = options.ApplicationId;
        _asking = new DiscordAsking(chatAuth, options, _time);
        _completion = new DiscordCompletion(names, _time);
    }

    /// <summary>Handles an interaction. Its signature, where it came by HTTP, was verified before.</summary>
    /// <param name="interactionJson">The interaction as Discord's JSON.</param>
    /// <param name="cancellationToken">Cancels, also what follows the response, such as a model's answer: when the host stops, not when a connection ends. A change that was acknowledged stays, and an answer that was asked for is of unknown outcome.</param>
    /// <returns>What it is answered with, within about a second.</returns>
    public Task<DiscordResponse> HandleAsync(ReadOnlyMemory<byte> interactionJson, CancellationToken cancellationToken = default) =>
        HandleAsync(DiscordInteractionReader.Read(interactionJson.Span), cancellationToken);

    /// <inheritdoc cref="HandleAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    internal async Task<DiscordResponse> HandleAsync(DiscordEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case DiscordEvent.Ping:
                return new DiscordResponse(1);
            case DiscordEvent.Completing completing:
                return await _completion.CompleteAsync(completing, cancellationToken).ConfigureAwait(false);
            case DiscordEvent.Typed typed:
                var handling = new Work(typed.Context, typed.Place, IsTap: false, _time.GetTimestamp());
                return await AnswerAsync(handling, () => _chatAuth.HandleAsync(typed.Context, typed.Text, cancellationToken), cancellationToken).ConfigureAwait(false);
            case DiscordEvent.Asked asked:
                var asking = new Work(asked.Context, asked.Place, IsTap: false, _time.GetTimestamp());
                return await AnswerAsync(asking, () => _chatAuth.HandleAsync(asked.Context, asked.Prompt, asked.With, cancellationToken), cancellationToken).ConfigureAwait(false);
            case DiscordEvent.Tapped tap:
                var tapping = new Work(tap.Context, tap.Place, IsTap: true, _time.GetTimestamp());
                return await AnswerAsync(tapping, () => _chatAuth.TapAsync(tap.Context, tap.Token, cancellationToken), cancellationToken).ConfigureAwait(false);
            default:
                return DiscordMessages.Unknown;
        }
    }

    /// <summary>Waits until what was promised has been said, as long as that may take.</summary>
    internal Task WhenIdleAsync(TimeSpan atMost) => _later.WhenIdleAsync(atMost, _time);

    /// <inheritdoc/>
    public Asker? ReachedAs(SessionKey conversation) =>
        conversation.Channel == DiscordServiceCollectionExtensions.Platform && conversation.Bot == _application ? new Asker(null, conversation, IsPrivate: false) : null;

    /// <inheritdoc/>
    public async Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        var channel = conversation.Thread ?? conversation.Conversation;
        foreach (var message in DiscordMessages.Of(notice)) await _delivery.SayAsync(channel, message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DiscordResponse> AnswerAsync(Work work, Func<Task<HandleResult>> handle, CancellationToken cancellationToken)
    {
        _application ??= work.Place.ApplicationId;
        var handled = _lanes.RunAsync(work.Context.Asker.Conversation, handle);
        if (await Task.WhenAny(handled, Task.Delay(Directly, _time, cancellationToken)).ConfigureAwait(false) == handled)
        {
            return Respond(work, await handled.ConfigureAwait(false), cancellationToken);
        }
        Later(FinishAsync(work, handled, cancellationToken), cancellationToken);
        return work.IsTap ? new DiscordResponse(6) : Promise(work.IsEphemeral);
    }

    /// <summary>The answer that is there in time.</summary>
    private DiscordResponse Respond(Work work, HandleResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case HandleResult.Handled { Reply: CommandReply.Failed failed }:
                // A refusal is its asker's alone, and a menu that was tapped stays as it is.
                return Message(4, DiscordMessages.Of(failed, ephemeral: work.Place.IsShared), work, cancellationToken);
            case HandleResult.Handled handled:
                Later(AnnounceAsync(work, handled.Reply, cancellationToken), cancellationToken);
                _chatAuth.Delivered(work.Context, handled.Reply, ArrivalOf(work));
                return Message(work.IsTap ? 7 : 4, DiscordMessages.Of(handled.Reply, work.IsEphemeral), work, cancellationToken);
            case HandleResult.AskModel ask:
                Later(AskAsync(work, ask, beside: work.IsTap, cancellationToken), cancellationToken);
                return work.IsTap ? Message(7, [s_asking], work, cancellationToken) : Promise(isEphemeral: false);
            default:
                return DiscordMessages.Denied;
        }
    }

    /// <summary>The same, after an answer was promised.</summary>
    private async Task FinishAsync(Work work, Task<HandleResult> handled, CancellationToken cancellationToken)
    {
        switch (await handled.ConfigureAwait(false))
        {
            case HandleResult.Handled { Reply: CommandReply.Failed failed } when work.IsTap:
                await _delivery.FollowAsync(work.Place, DiscordMessages.Of(failed, ephemeral: work.Place.IsShared), cancellationToken).ConfigureAwait(false);
                break;
            case HandleResult.Handled done:
                if (await _delivery.ReplaceAsync(work.Place, DiscordMessages.Of(done.Reply, work.IsEphemeral), cancellationToken).ConfigureAwait(false))
                    _chatAuth.Delivered(work.Context, done.Reply, ArrivalOf(work));
                await AnnounceAsync(work, done.Reply, cancellationToken).ConfigureAwait(false);
                break;
            case HandleResult.AskModel ask:
                // What was promised to one person stays hidden from the others, who are to see the answer.
                var beside = work.IsTap || work.IsEphemeral;
                if (beside) await _delivery.ReplaceAsync(work.Place, [s_asking], cancellationToken).ConfigureAwait(false);
                await AskAsync(work, ask, beside, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await BringAsync(work, [DiscordMessages.DeniedMessage], beside: work.IsTap, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Everybody in the conversation sees what is answered, also where its asker alone saw the command that let it be sent.</summary>
    private async Task AskAsync(Work work, HandleResult.AskModel ask, bool beside, CancellationToken cancellationToken)
    {
        var messages = await _asking.AskAsync(work.Context with { ReplyVisibility = null }, ask, cancellationToken).ConfigureAwait(false);
        await BringAsync(work, messages, beside, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In the place of what was promised, or beside it and beside the menu that was tapped.</summary>
    private Task BringAsync(Work work, IReadOnlyList<DiscordMessage> messages, bool beside, CancellationToken cancellationToken) => beside
        ? _delivery.FollowAsync(work.Place, messages, cancellationToken)
        : _delivery.ReplaceAsync(work.Place, messages, cancellationToken);

    /// <summary>Others learn that the choice of their conversation changed, also where only one person sees the answer.</summary>
    private async Task AnnounceAsync(Work work, CommandReply reply, CancellationToken cancellationToken)
    {
        if (!work.IsEphemeral || reply is not CommandReply.ChoiceChanged { Announcement: { } announcement }) return;
        if (work.Place.ChannelId is not { } channel || work.Context.Asker.Person is not Person person) return;
        foreach (var message in DiscordMessages.Announced(announcement, person))
        {
            // Where the bot may not write of its own accord, it may still answer.
            if (await _delivery.SayAsync(channel, message, cancellationToken).ConfigureAwait(false) is DiscordAnswer.Refused { Status: 403 or 404 })
                await _delivery.FollowAsync(work.Place, [message], cancellationToken).ConfigureAwait(false);
        }
    }

    private DiscordResponse Message(int type, IReadOnlyList<DiscordMessage> messages, Work work, CancellationToken cancellationToken)
    {
        if (messages.Count > 1) Later(_delivery.FollowAsync(work.Place, messages.Skip(1), cancellationToken), cancellationToken);
        return new DiscordResponse(type) { Data = DiscordResponseData.Of(messages[0]) };
    }

    /// <summary>When what is answered now is there, by Discord's clock: the same tells when a number was sent that may mean a row of it.</summary>
    private DateTimeOffset ArrivalOf(Work work) => work.Place.At + _time.GetElapsedTime(work.Began);

    private static DiscordResponse Promise(bool isEphemeral) => new(5)
    {
        Data = isEphemeral ? new DiscordResponseData { Flags = DiscordMessage.Ephemeral } : null,
    };

    private void Later(Task work, CancellationToken cancellationToken) => _later.Add(GuardedWork.RunAsync(work, _log, cancellationToken));

    private sealed record Work(CommandContext Context, DiscordPlace Place, bool IsTap, long Began)
    {
        /// <summary>Only the asker sees the answer; where nobody else is, nothing has to be hidden.</summary>
        public bool IsEphemeral => Place.IsShared && Context.Visibility is Visibility.Private;
    }
}
