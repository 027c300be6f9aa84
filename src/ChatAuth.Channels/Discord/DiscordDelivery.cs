namespace ChatAuth.Channels.Discord;

/// <summary>Brings messages to where an interaction happened, as long as its token answers; after that, what others may see as a fresh message.</summary>
internal sealed class DiscordDelivery(IDiscordSender sender, TimeProvider time)
{
    /// <summary>What follows a response can overtake it; until that is there, Discord does not know the token.</summary>
    private const int MostTries = 10;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(0.5);

    /// <summary>Discord is away for longer than the sender waits.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(15);

    /// <summary>Puts the first message in the place of the original one, or of the promise of one; the others follow it.</summary>
    /// <returns>Whether all of it is there.</returns>
    public async Task<bool> ReplaceAsync(DiscordPlace place, IReadOnlyList<DiscordMessage> messages, CancellationToken cancellationToken)
    {
        for (var at = 0; at < messages.Count; at++)
        {
            var message = messages[at];
            DiscordRequest request = at == 0
                ? new DiscordRequest.EditOriginal(place.ApplicationId, place.Token, Shown(message))
                : new DiscordRequest.FollowUp(place.ApplicationId, place.Token, message);
            if (!await TrySendAsync(place, request, message, cancellationToken).ConfigureAwait(false)) return false;
        }
        return true;
    }

    /// <summary>Sends further messages of the interaction.</summary>
    public async Task FollowAsync(DiscordPlace place, IEnumerable<DiscordMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var request = new DiscordRequest.FollowUp(place.ApplicationId, place.Token, message);
            if (!await TrySendAsync(place, request, message, cancellationToken).ConfigureAwait(false)) return;
        }
    }

    /// <summary>Says something in the channel itself.</summary>
    public Task<DiscordAnswer> SayAsync(string channel, DiscordMessage message, CancellationToken cancellationToken) =>
        sender.SendAsync(new DiscordRequest.CreateMessage(channel, Shown(message)), cancellationToken);

    /// <summary>What stands in a channel is for all, and who sees a message was settled when it was made or promised: neither can be hidden.</summary>
    private static DiscordMessage Shown(DiscordMessage message) => message with { Flags = message.Flags & ~DiscordMessage.Ephemeral };

    private async Task<bool> TrySendAsync(DiscordPlace place, DiscordRequest request, DiscordMessage message, CancellationToken cancellationToken)
    {
        var early = 0;
        while (place.At + DiscordPlace.TokenLife - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            var answer = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer is DiscordAnswer.Done) return true;
            if (answer is DiscordAnswer.Refused { Status: 401 } || (answer is DiscordAnswer.Refused { Status: 404 } && ++early == MostTries)) break;
            if (PauseAfter(request, answer) is not { } pause) return false;
            await Task.Delay(pause < left ? pause : left, time, cancellationToken).ConfigureAwait(false);
        }
        // What one person alone may see cannot be said any more.
        return (message.Flags & DiscordMessage.Ephemeral) == 0 && place.ChannelId is { } channel
            && await SayAsync(channel, message, cancellationToken).ConfigureAwait(false) is DiscordAnswer.Done;
    }
    /// <summary>An edit does nothing twice, and while there is none a person sees a promise only: it is repeated for as long as it can be. Null for no further try.</summary>
    private static TimeSpan? PauseAfter(DiscordRequest request, DiscordAnswer answer) => (request, answer) switch
    {
        (_, DiscordAnswer.Refused { Status: 404 }) => BetweenTries,
        (DiscordRequest.EditOriginal, DiscordAnswer.Refused { Status: 429 } flood) => flood.RetryAfter ?? Outage,
        (DiscordRequest.EditOriginal, DiscordAnswer.Unreachable or DiscordAnswer.Refused { Status: >= 500 }) => Outage,
        _ => null,
    };
}
