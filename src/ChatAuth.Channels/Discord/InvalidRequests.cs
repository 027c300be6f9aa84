namespace ChatAuth.Channels.Discord;

/// <summary>
/// Counts what Discord calls invalid: 10,000 such requests within ten minutes get the address of the network banned
/// (<c>https://discord.com/developers/docs/topics/rate-limits</c>). Short of it, requests are kept back.
/// </summary>
internal sealed class InvalidRequests
{
    /// <summary>Less than the ban's, for what is under way meanwhile.</summary>
    private const int MostForAnswers = 9_800;

    private const int MostForOthers = 8_000;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Slot = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<(TimeSpan End, int Count)> _slots = [];

    /// <summary>Counts one. Those of ten seconds are kept together, and forgotten together.</summary>
    public void Add(TimeSpan now)
    {
        lock (_lock)
        {
            _slots.RemoveAll(slot => slot.End + Period <= now);
            if (_slots is [.., var (end, count)] && now < end) _slots[^1] = (end, count + 1);
            else _slots.Add((now + Slot, 1));
        }
    }

    /// <summary>How long a request has to be kept back; zero when it need not.</summary>
    /// <param name="isAnswer">It answers an interaction, for which somebody waits.</param>
    /// <param name="now">Now.</param>
    public TimeSpan Left(bool isAnswer, TimeSpan now)
    {
        lock (_lock)
        {
            _slots.RemoveAll(slot => slot.End + Period <= now);
            var (count, left) = (_slots.Sum(slot => slot.Count), TimeSpan.Zero);
            foreach (var slot in _slots.TakeWhile(_ => count >= (isAnswer ? MostForAnswers : MostForOthers)))
            {
                count -= slot.Count;
                left = slot.End + Period - now;
            }
            return left;
        }
    }
}
