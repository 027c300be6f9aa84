using System.Globalization;
using ChatAuth.Channels.Sending;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// Keeps Discord's limits: ahead of time as far as its answers tell them, and by waiting when it says so. Requests of one place, such as a channel or an interaction, go in the
/// order in which they came, each after the answer to the one before. A request that surely did not arrive, or that may arrive twice, is repeated.
/// </summary>
internal sealed class PacedDiscordSender(IDiscordSender inner, TimeProvider time, IIdFactory ids) : IDiscordSender
{
    private const int TooManyRequests = 429;
    private const int AlreadyAcknowledged = 40060;
    private const int MostFloods = 3;

    /// <summary>A longer wait is the caller's matter.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] Backoff = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2)];

    private readonly Lines<string, BucketPace> _lines = new(_ => new BucketPace());
    private readonly DiscordGate _gate = new(time);

    /// <summary>Discord refused the bot's token: nothing more is sent with it.</summary>
    public bool IsTokenRefused => _gate.IsTokenRefused;

    /// <summary>Sends a request when its time has come. One that would have to wait for longer than a minute is refused with 429, and one with a refused token with 401.</summary>
    public async Task<DiscordAnswer> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.Of(request);
        var line = await _lines.EnterAsync(route.Place, _gate.Now, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RepeatAsync(Named(request), route, line.Pace, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lines.Leave(line);
        }
    }

    private async Task<DiscordAnswer> RepeatAsync(DiscordRequest request, DiscordRoute route, BucketPace pace, CancellationToken cancellationToken)
    {
        // The last answer that leaves open whether the request was done. No later refusal to wait may hide it: who believes in it would say the same twice.
        DiscordAnswer? doubt = null;
        for (int floods = 0, failures = 0; ;)
        {
            if (await _gate.PassAsync(route, pace, Patience, cancellationToken).ConfigureAwait(false) is { } refused) return doubt ?? refused;
            var answer = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _gate.Learn(route, pace, answer);
            switch (answer)
            {
                case DiscordAnswer.Refused { Code: AlreadyAcknowledged } when doubt is not null && request is DiscordRequest.Respond:
                    return new DiscordAnswer.Done(default);
                case DiscordAnswer.Refused { Status: TooManyRequests } flood:
                    if (flood.RetryAfter > Patience || ++floods > MostFloods || (doubt is not null && request is DiscordRequest.CreateMessage)) return doubt ?? answer;
                    break;
                case DiscordAnswer.Unreachable or DiscordAnswer.Refused { Status: >= 500 }:
                    if (answer is not DiscordAnswer.Unreachable { Arrived: false }) doubt = answer;
                    if (failures == Backoff.Length || (doubt is not null && request is DiscordRequest.FollowUp)) return doubt ?? answer;
                    await _gate.UntilAsync(_gate.Now + Backoff[failures++], cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    return answer;
            }
        }
    }

    /// <summary>With a nonce a message can arrive twice and is made once. Discord remembers them for a few minutes, so that one in doubt does not wait for a flood to pass.</summary>
    private DiscordRequest Named(DiscordRequest request) => request is DiscordRequest.CreateMessage { Message: { Nonce: null } message } create
        ? create with { Message = message with { Nonce = ids.NextBits().ToString("x16", CultureInfo.InvariantCulture) } }
        : request;
}
