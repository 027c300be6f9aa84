using ChatAuth.Testing.Telegram;

namespace ChatAuth.Benchmarks;

/// <summary>What became of many messages to a bot, by the clock of the fake of Telegram.</summary>
internal sealed class LoadResult
{
    private readonly TimeSpan _cpu;

    public LoadResult(IReadOnlyList<FakeMessage> asked, TimeSpan cpu)
    {
        _cpu = cpu;
        Count = asked.Count;
        var replies = asked.Select(message => message.Chat.BotMessages.Where(reply => reply.Id > message.Id).ToList()).ToList();
        Lost = replies.Count(found => found.Count == 0);
        Doubled = replies.Count(found => found.Count > 1);
        Waits = new Percentiles(asked.Zip(replies).Where(pair => pair.Second.Count > 0).Select(pair => (pair.Second[0].SentAt - pair.First.SentAt).TotalMilliseconds));
        Took = replies.SelectMany(found => found).Max(reply => reply.SentAt) - asked[0].SentAt;
    }

    public int Count { get; }

    public int Lost { get; }

    public int Doubled { get; }

    /// <summary>From when an update could be fetched to when its reply was there.</summary>
    public Percentiles Waits { get; }

    public TimeSpan Took { get; }

    public double PerSecond => Count / Took.TotalSeconds;

    public double CpuMilliseconds => _cpu.TotalMilliseconds / Count;
}
