using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// <c>/model</c> and <c>/ask</c> in Discord: takes interactions as Discord writes them, from whoever received and verified them, and gives back what each
/// is answered with at once; what takes longer follows through an <see cref="IDiscordSender"/>. A singleton; thread-safe. One conversation's interactions
/// are handled in the order in which they were handed in.
/// </summary>
public sealed class DiscordChannel : INoticeSink, IOwnerSink
{
    /// <summary>Discord waits three seconds; what takes longer than this is promised, and edited in.</summary>
    private static readonly TimeSpan Directly = TimeSpan.FromSeconds(1);

    private readonly IChatAuth _chatAuth;
    private readonly DiscordDelivery _delivery;
    private readonly DiscordDirectMessages _direct;
    private readonly DiscordReplies _replies;
    private readonly DiscordCompletion _completion;
    private readonly TimeProvider _time;
    private readonly ConversationLanes _lanes = new();
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
        _chatAuth = chatAuth;
        _delivery = new DiscordDelivery(sender, _time);
        _direct = new DiscordDirectMessages(sender, _delivery, log);
        options ??= new DiscordChannelOptions();
        _application = options.ApplicationId;
        _replies = new DiscordReplies(chatAuth, _delivery, new DiscordAsking(chatAuth, options, _time), _time, log);
        _completion = new DiscordCompletion(names, _time);
    }

    /// <summary>Handles an interaction. Its signature, where it came by HTTP, was verified before.</summary>
    /// <param name="interactionJson">The interaction as Discord's JSON.</param>
    /// <param name="cancellationToken">Cancels, also what follows the response, such as a model's answer: when the host stops, not when a connection ends. A change that was acknowledged stays, and an answer that was asked for is of unknown outcome.</param>
    /// <returns>What it is answered with, within about a second.</returns>
    public Task<DiscordResponse> HandleAsync(ReadOnlyMemory<byte> interactionJson, CancellationToken cancellationToken = default) =>
        HandleAsync(DiscordInteractionReader.Read(interactionJson.Span), cancellationToken);

    /// <summary>Handles an interaction that a client library received, or that was read before.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="cancellationToken">As for the other form.</param>
    /// <returns>What it is answered with, within about a second.</returns>
    public Task<DiscordResponse> HandleAsync(DiscordInteraction interaction, CancellationToken cancellationToken = default) =>
        HandleAsync(DiscordInteractionReader.Read(interaction), cancellationToken);

    /// <summary>Whether an interaction is with a command or a component of ours: a bot that has its own handles all others itself.</summary>
    /// <param name="interaction">The interaction.</param>
    public static bool Serves(DiscordInteraction interaction) => (interaction.Type, interaction.Data) switch
    {
        (DiscordInteraction.Command or DiscordInteraction.Completion, { Name: DiscordCommands.Model or DiscordCommands.Ask }) => true,
        (DiscordInteraction.Component, { CustomId: { } button } data) => ButtonForm.IsToken(data.Values is [{ } value, ..] ? value : button),
        _ => false,
    };

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
                return await AnswerAsync(typed.Context, typed.Place, isTap: false, TypeAsync, cancellationToken).ConfigureAwait(false);

                async Task<HandleResult> TypeAsync() => Located(await _chatAuth.HandleAsync(typed.Context, typed.Line.Text, cancellationToken).ConfigureAwait(false), typed.Line.Located);
            case DiscordEvent.Asked asked:
                return await AnswerAsync(asked.Context, asked.Place, isTap: false, AskAsync, cancellationToken).ConfigureAwait(false);

                async Task<HandleResult> AskAsync() => Located(
                    await _chatAuth.HandleAsync(asked.Context, asked.Prompt, asked.With, cancellationToken).ConfigureAwait(false),
                    failed => failed with { Field = failed.Column is null ? null : DiscordCommands.With });
            case DiscordEvent.Tapped tap:
                return await AnswerAsync(tap.Context, tap.Place, isTap: true, () => _chatAuth.TapAsync(tap.Context, tap.Token, cancellationToken), cancellationToken).ConfigureAwait(false);
            default:
                return DiscordMessages.Unknown;
        }
    }

    /// <summary>Waits until what was promised has been said, as long as that may take.</summary>
    internal Task WhenIdleAsync(TimeSpan atMost) => _replies.WhenIdleAsync(atMost);

    /// <inheritdoc/>
    public Asker? ReachedAs(SessionKey conversation) =>
        conversation.Channel == DiscordServiceCollectionExtensions.Platform && conversation.Bot == _application ? new Asker(null, conversation, IsPrivate: false) : null;

    /// <inheritdoc/>
    public async Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        var channel = conversation.Thread ?? conversation.Conversation;
        foreach (var message in DiscordMessages.Of(notice)) await _delivery.SayAsync(channel, message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Asker?> ReachAsync(Person owner, CancellationToken cancellationToken) =>
        owner.Platform == DiscordServiceCollectionExtensions.Platform && _application is { } application
        && await _direct.FindAsync(owner, cancellationToken).ConfigureAwait(false) is { } channel
            ? new Asker(owner, new SessionKey(DiscordServiceCollectionExtensions.Platform, application, channel), IsPrivate: true) : null;

    /// <inheritdoc/>
    public Task TellAsync(Asker owner, OwnerNotice notice, CancellationToken cancellationToken) =>
        _direct.SayAsync(owner.Conversation.Conversation, DiscordMessages.Of(notice), cancellationToken);

    private async Task<DiscordResponse> AnswerAsync(CommandContext context, DiscordPlace place, bool isTap, Func<Task<HandleResult>> handle, CancellationToken cancellationToken)
    {
        var work = new DiscordWork(context, place, isTap, _time.GetTimestamp());
        _application ??= place.ApplicationId;
        var handled = _lanes.RunAsync(context.Asker.Conversation, handle);
        return await Task.WhenAny(handled, Task.Delay(Directly, _time, cancellationToken)).ConfigureAwait(false) == handled
            ? _replies.Respond(work, await handled.ConfigureAwait(false), cancellationToken)
            : _replies.Promise(work, handled, cancellationToken);
    }

    /// <summary>Where something is wrong is said in the option that it stands in.</summary>
    private static HandleResult Located(HandleResult result, Func<CommandReply.Failed, CommandReply.Failed> locate) =>
        result is HandleResult.Handled { Reply: CommandReply.Failed failed } ? new HandleResult.Handled(locate(failed)) : result;
}
