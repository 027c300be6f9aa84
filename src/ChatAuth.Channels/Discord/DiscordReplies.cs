using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>What an interaction is answered with once it is handled: at once, or in the place of a promise; and what follows.</summary>
internal sealed class DiscordReplies(IChatAuth chatAuth, DiscordDelivery delivery, DiscordAsking asking, TimeProvider time, ILogger<DiscordChannel>? log)
{
    private static readonly DiscordMessage s_asking = new("Allowed. Asking…");

    private readonly UnfinishedWork _later = new();

    /// <summary>The answer that is there in time.</summary>
    public DiscordResponse Respond(DiscordWork work, HandleResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case HandleResult.Handled { Reply: CommandReply.Failed failed }:
                // A refusal is its asker's alone, and a menu that was tapped stays as it is.
                return Message(4, DiscordMessages.Of(failed, ephemeral: work.Place.IsShared), work, cancellationToken);
            case HandleResult.Handled handled:
                Later(AnnounceAsync(work, handled.Reply, cancellationToken), cancellationToken);
                chatAuth.Delivered(work.Context, handled.Reply, ArrivalOf(work));
                return Message(work.IsTap ? 7 : 4, DiscordMessages.Of(handled.Reply, work.IsEphemeral), work, cancellationToken);
            case HandleResult.AskModel ask:
                Later(AskAsync(work, ask, beside: work.IsTap, cancellationToken), cancellationToken);
                return work.IsTap ? Message(7, [s_asking], work, cancellationToken) : Promised(isEphemeral: false);
            default:
                return DiscordMessages.Denied;
        }
    }

    /// <summary>A promise, and later the answer.</summary>
    public DiscordResponse Promise(DiscordWork work, Task<HandleResult> handled, CancellationToken cancellationToken)
    {
        Later(FinishAsync(work, handled, cancellationToken), cancellationToken);
        return work.IsTap ? new DiscordResponse(6) : Promised(work.IsEphemeral);
    }

    /// <summary>Waits until what was promised has been said, as long as that may take.</summary>
    public Task WhenIdleAsync(TimeSpan atMost) => _later.WhenIdleAsync(atMost, time);

    /// <summary>The same, after an answer was promised.</summary>
    private async Task FinishAsync(DiscordWork work, Task<HandleResult> handled, CancellationToken cancellationToken)
    {
        switch (await handled.ConfigureAwait(false))
        {
            case HandleResult.Handled { Reply: CommandReply.Failed failed } when work.IsTap:
                await delivery.FollowAsync(work.Place, DiscordMessages.Of(failed, ephemeral: work.Place.IsShared), cancellationToken).ConfigureAwait(false);
                break;
            case HandleResult.Handled done:
                if (await delivery.ReplaceAsync(work.Place, DiscordMessages.Of(done.Reply, work.IsEphemeral), cancellationToken).ConfigureAwait(false))
                    chatAuth.Delivered(work.Context, done.Reply, ArrivalOf(work));
                await AnnounceAsync(work, done.Reply, cancellationToken).ConfigureAwait(false);
                break;
            case HandleResult.AskModel ask:
                // What was promised to one person stays hidden from the others, who are to see the answer.
                var beside = work.IsTap || work.IsEphemeral;
                if (beside) await delivery.ReplaceAsync(work.Place, [s_asking], cancellationToken).ConfigureAwait(false);
                await AskAsync(work, ask, beside, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await BringAsync(work, [DiscordMessages.DeniedMessage], beside: work.IsTap, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Everybody in the conversation sees what is answered, also where its asker alone saw the command that let it be sent.</summary>
    private async Task AskAsync(DiscordWork work, HandleResult.AskModel ask, bool beside, CancellationToken cancellationToken)
    {
        var messages = await asking.AskAsync(work.Context with { ReplyVisibility = null }, ask, cancellationToken).ConfigureAwait(false);
        await BringAsync(work, messages, beside, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In the place of what was promised, or beside it and beside the menu that was tapped.</summary>
    private Task BringAsync(DiscordWork work, IReadOnlyList<DiscordMessage> messages, bool beside, CancellationToken cancellationToken) => beside
        ? delivery.FollowAsync(work.Place, messages, cancellationToken)
        : delivery.ReplaceAsync(work.Place, messages, cancellationToken);

    /// <summary>Others learn that the choice of their conversation changed, unless a new message of the reply's own tells them: one that is edited does not catch their eye.</summary>
    private async Task AnnounceAsync(DiscordWork work, CommandReply reply, CancellationToken cancellationToken)
    {
        if (AnnouncementOf(work, reply) is not { } announcement) return;
        if (work.Place.ChannelId is not { } channel || work.Context.Asker.Person is not Person person) return;
        foreach (var message in DiscordMessages.Announced(announcement, person))
        {
            // Where the bot may not write of its own accord, it may still answer.
            if (await delivery.SayAsync(channel, message, cancellationToken).ConfigureAwait(false) is DiscordAnswer.Refused { Status: 403 or 404 })
                await delivery.FollowAsync(work.Place, [message], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What all may read of a change; a reply that all see says it itself.</summary>
    private static CommandReply? AnnouncementOf(DiscordWork work, CommandReply reply) => reply switch
    {
        CommandReply.ChoiceChanged { Announcement: { } announcement } when work.IsEphemeral => announcement,
        CommandReply.ChoiceChanged { Changed: true } seen when work is { IsTap: true, IsEphemeral: false, Place.IsShared: true } => seen,
        _ => null,
    };

    private DiscordResponse Message(int type, IReadOnlyList<DiscordMessage> messages, DiscordWork work, CancellationToken cancellationToken)
    {
        if (messages.Count > 1) Later(delivery.FollowAsync(work.Place, messages.Skip(1), cancellationToken), cancellationToken);
        return new DiscordResponse(type) { Data = DiscordResponseData.Of(messages[0]) };
    }

    /// <summary>When what is answered now is there, by Discord's clock: the same tells when a number was sent that may mean a row of it.</summary>
    private DateTimeOffset ArrivalOf(DiscordWork work) => work.Place.At + time.GetElapsedTime(work.Began);

    private static DiscordResponse Promised(bool isEphemeral) => new(5)
    {
        Data = isEphemeral ? new DiscordResponseData { Flags = DiscordMessage.Ephemeral } : null,
    };

    private void Later(Task work, CancellationToken cancellationToken) => _later.Add(GuardedWork.RunAsync(work, log, cancellationToken));
}
