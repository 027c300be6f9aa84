using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Discord;

/// <summary>The limits of one place, as Discord named them: several routes may share one. Whose turn it is in the place's line uses it.</summary>
internal sealed class BucketPace : IPace
{
    private readonly Dictionary<string, string> _buckets = [];
    private readonly Dictionary<string, TimeSpan> _freeAt = [];

    /// <summary>Which limit counts a route; until one is named, the route has one of its own.</summary>
    public void Learn(string route, string bucket) => _buckets[route] = bucket;

    /// <summary>Keeps all routes of this one's limit back until a moment.</summary>
    public void Hold(string route, TimeSpan until) => _freeAt[BucketOf(route)] = TimeSpan.FromTicks(Math.Max(until.Ticks, FreeAt(route).Ticks));

    /// <summary>When the route may be taken next.</summary>
    public TimeSpan FreeAt(string route) => _freeAt.GetValueOrDefault(BucketOf(route));

    public bool IsQuiet(TimeSpan now) => _freeAt.Values.All(moment => moment <= now);

    private string BucketOf(string route) => _buckets.GetValueOrDefault(route, route);
}
