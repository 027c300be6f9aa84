using System.Diagnostics;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Benchmarks;

/// <summary>A bot in a process of its own, on a fake of Telegram in this one, with many private chats.</summary>
internal sealed class LoadedBot : IAsyncDisposable
{
    /// <summary>What the process says in its line when it has begun.</summary>
    public const string ReadyWord = "Listening at ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly FakeTelegramServer _telegram;
    private readonly Process _process;
    private readonly List<FakeChat> _chats;

    private LoadedBot(FakeTelegramServer telegram, Process process, List<FakeChat> chats) => (_telegram, _process, _chats) = (telegram, process, chats);

    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1048576.0;
        }
    }

    public static async Task<LoadedBot> StartAsync(int chats, Func<FakeTelegramServer, ProcessStartInfo> program)
    {
        var telegram = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { FloodLimit = false });
        var start = program(telegram);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        string line;
        do line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bot ended before it had begun.");
        while (!line.Contains(ReadyWord, StringComparison.Ordinal));
        _ = process.StandardOutput.ReadToEndAsync();
        return new LoadedBot(telegram, process, [.. Enumerable.Range(0, chats).Select(i => telegram.PrivateChat(telegram.AddPerson($"P{i}")).AlreadyOpen())]);
    }

    /// <summary>Everybody writes a text, all at once.</summary>
    public Task<LoadResult> CrowdAsync(string text) => MeasureAsync(async () => [.. _chats.Select(chat => chat.Write(text))]);

    /// <summary>So many people a second write one of the texts, one after another, until each has written once or the time is over.</summary>
    public Task<LoadResult> StreamAsync(int rate, TimeSpan duration, params string[] texts) => MeasureAsync(async () =>
    {
        var asked = new List<FakeMessage>();
        var count = Math.Min(_chats.Count, (int)(rate * duration.TotalSeconds));
        var began = Stopwatch.GetTimestamp();
        while (asked.Count < count)
        {
            var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * rate));
            while (asked.Count < due) asked.Add(_chats[asked.Count].Write(texts[asked.Count % texts.Length]));
            await Task.Delay(1);
        }
        return asked;
    });

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _telegram.DisposeAsync();
    }

    private async Task<LoadResult> MeasureAsync(Func<Task<List<FakeMessage>>> write)
    {
        _process.Refresh();
        var before = _process.TotalProcessorTime;
        var asked = await write();
        await _telegram.WaitUntilConfirmedAsync(Patience);
        _process.Refresh();
        return new LoadResult(asked, _process.TotalProcessorTime - before);
    }
}
