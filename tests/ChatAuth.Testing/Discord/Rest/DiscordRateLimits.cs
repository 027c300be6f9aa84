using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>How many requests Discord takes: so many of a route, so many in all, so many bad ones. Used under the gate.</summary>
internal sealed class DiscordRateLimits(FakeDiscordOptions options)
{
    private static readonly TimeSpan InvalidSpan = TimeSpan.FromMinutes(10);

    private readonly Dictionary<(string Bucket, string Major), Window> _buckets = [];
    private readonly Window _all = new(FakeDiscordLimits.RequestsPerSecond, TimeSpan.FromSeconds(1));
    private readonly Queue<DateTimeOffset> _invalid = [];

    /// <summary>401, 403 and 429 of the last ten minutes, those of a shared limit left out.</summary>
    public int InvalidRequests
    {
        get
        {
            while (_invalid.TryPeek(out var first) && options.Time.GetUtcNow() - first >= InvalidSpan) _invalid.Dequeue();
            return _invalid.Count;
        }
    }

    public bool IsShutOut => InvalidRequests >= options.InvalidRequestLimit;

    public void CountInvalid(int status, string? scope)
    {
        if (status is 401 or 403 or 429 && scope != "shared") _invalid.Enqueue(options.Time.GetUtcNow());
    }

    /// <summary>Counts a request; null where none is counted.</summary>
    public RateState? Take(RestRoute route)
    {
        if (!options.RateLimits) return null;
        var now = options.Time.GetUtcNow();
        var (limit, span) = FigureOf(route.Name);
        var bucket = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route.Name)))[..32];
        if (!_buckets.TryGetValue((bucket, route.Major), out var window))
        {
            _buckets[(bucket, route.Major)] = window = new Window(limit, span);
        }
        if (!route.IsInteraction && !_all.Take(now)) return _all.State("global", now, "global");
        return window.State(bucket, now, window.Take(now) ? null : "user");
    }

    /// <summary>Discord publishes no figures and says to read them from the headers; these are those that bots see.</summary>
    private static (int Limit, TimeSpan Span) FigureOf(string route) => route switch
    {
        FakeDiscordRoutes.CreateMessage or FakeDiscordRoutes.FollowUp => (5, TimeSpan.FromSeconds(5)),
        FakeDiscordRoutes.EditOriginal or FakeDiscordRoutes.EditFollowUp => (5, TimeSpan.FromSeconds(5)),
        FakeDiscordRoutes.SetCommands or FakeDiscordRoutes.SetGuildCommands => (5, TimeSpan.FromSeconds(20)),
        _ => (10, TimeSpan.FromSeconds(5)),
    };

    private sealed class Window(int limit, TimeSpan span)
    {
        private DateTimeOffset _start;
        private int _used;

        public bool Take(DateTimeOffset now)
        {
            if (now - _start >= span) (_start, _used) = (now, 0);
            if (_used >= limit) return false;
            _used++;
            return true;
        }

        public RateState State(string bucket, DateTimeOffset now, string? refusedBy) =>
            new(bucket, limit, limit - _used, _start + span, _start + span - now, refusedBy);
    }
}
