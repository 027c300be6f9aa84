using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Discord;

/// <summary>What every request passes before it is sent, and what its answer changes for the next ones.</summary>
internal sealed class DiscordGate(TimeProvider time)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int TooManyRequests = 429;

    /// <summary>Fifty a second for all of a bot; answers to interactions are not counted (<c>https://discord.com/developers/docs/topics/rate-limits</c>).</summary>
    private static readonly Rate Overall = new(50, TimeSpan.FromSeconds(1));

    private readonly long _start = time.GetTimestamp();
    private readonly RateWindow _bot = new(Overall);
    private readonly GlobalWaits _waits = new();
    private readonly InvalidRequests _invalid = new();
    private volatile bool _isTokenRefused;

    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Discord refused the bot's token. It stays refused: to go on would get this machine banned.</summary>
    public bool IsTokenRefused => _isTokenRefused;

    /// <summary>Waits for the route's moment, then for one of the bot's, which others want too and is therefore taken last.</summary>
    /// <returns>Null when the request may be sent now.</returns>
    public async Task<DiscordAnswer.Refused?> PassAsync(DiscordRoute route, BucketPace pace, TimeSpan patience, CancellationToken cancellationToken)
    {
        do
        {
            while (LeftFor(route, pace) is var left && left > TimeSpan.Zero)
            {
                if (left > patience) return TooMany(left);
                await UntilAsync(Now + left, cancellationToken).ConfigureAwait(false);
            }
            if (_isTokenRefused && route.IsBots) return new DiscordAnswer.Refused(Unauthorized, 0);
            if (_invalid.Left(!route.IsBots, Now) is var kept && kept > TimeSpan.Zero) return TooMany(kept);
            if (route.IsBots && _bot.FreeAt(Now) - Now is var queue && queue > patience) return TooMany(queue);
            if (route.IsBots) await UntilAsync(_bot.Take(Now), cancellationToken).ConfigureAwait(false);
        }
        while (LeftFor(route, pace) > TimeSpan.Zero);
        return null;
    }

    public void Learn(DiscordRoute route, BucketPace pace, DiscordAnswer answer)
    {
        if (answer.Limit is { } limit)
        {
            if (limit.Bucket is { } bucket) pace.Learn(route.Template, bucket);
            if (limit.IsUsedUp) pace.Hold(route.Template, Now + limit.ResetAfter);
        }
        if (answer is not DiscordAnswer.Refused refused) return;

        var reach = answer.Limit?.Reach ?? DiscordLimit.Extent.User;
        if (refused.Status is TooManyRequests)
        {
            var end = Now + (refused.RetryAfter ?? TimeSpan.FromSeconds(1));
            pace.Hold(route.Template, end);
            _waits.Keep(reach, end);
        }
        if (refused.Status is Unauthorized or Forbidden || (refused.Status is TooManyRequests && reach is not DiscordLimit.Extent.Shared)) _invalid.Add(Now);
        if (refused.Status is Unauthorized && route.IsBots) _isTokenRefused = true;
    }

    /// <summary>Timers count whole milliseconds and may be early.</summary>
    public async Task UntilAsync(TimeSpan moment, CancellationToken cancellationToken)
    {
        while (moment - Now is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan LeftFor(DiscordRoute route, BucketPace pace) =>
        TimeSpan.FromTicks(Math.Max(pace.FreeAt(route.Template).Ticks, _waits.FreeAt(route.IsBots).Ticks)) - Now;

    private static DiscordAnswer.Refused TooMany(TimeSpan left) => new(TooManyRequests, 0) { RetryAfter = left };
}
