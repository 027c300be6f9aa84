using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace ChatAuth.Benchmarks;

/// <summary>
/// Discord's endpoint of the gateway: as many signed <c>/model status</c> a second as it takes, beside its own PING, in turns; then both at a fixed rate, where a request is due
/// at its moment whether those before it were answered or not. Requests are signed before by another process.
/// </summary>
internal static class DiscordLoad
{
    private const int Connections = 32;
    private const int WarmUps = 3;
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(10);

    private static readonly (string Kind, byte[] Expected)[] Kinds = [("ping", """{"type":1}"""u8.ToArray()), ("status", "**Pinned: anthropic"u8.ToArray())];

    public static async Task<int> RunAsync(TextWriter output, int rounds, int count, int rate)
    {
        var state = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;
        try
        {
            using var discord = await DiscordSigner.StartAsync();
            using var gateway = await LoadedGateway.StartAsync(state, discord);
            var connections = await gateway.ConnectAsync(Connections);
            await FloodAsync(gateway, connections, "pinned to anthropic:work"u8.ToArray(), await PrepareAsync(discord, gateway, "pin", DiscordSigner.Channels));
            var full = Kinds.ToDictionary(kind => kind.Kind, _ => new List<(double Rate, double Cpu, int Lost)>());
            for (var round = -WarmUps; round < rounds; round++)
            {
                foreach (var kind in Kinds)
                {
                    var taken = await FloodAsync(gateway, connections, kind.Expected, await PrepareAsync(discord, gateway, kind.Kind, count));
                    if (round >= 0) full[kind.Kind].Add(taken);
                }
            }
            var steady = new Dictionary<string, (Percentiles Waits, int Lost)>();
            foreach (var kind in Kinds)
            {
                steady[kind.Kind] = await KeepPaceAsync(connections, kind.Expected, await PrepareAsync(discord, gateway, kind.Kind, (int)(rate * Steady.TotalSeconds)), rate);
            }
            foreach (var connection in connections) connection.Dispose();
            Write(output, rate, gateway.PeakMegabytes, full, steady);
            return full.Values.SelectMany(taken => taken).Sum(taken => taken.Lost) + steady.Values.Sum(taken => taken.Lost) == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private static async Task<List<byte[]>> PrepareAsync(DiscordSigner discord, LoadedGateway gateway, string kind, int count) =>
        [.. (await discord.SignAsync(kind, count)).Select(gateway.BytesOf)];

    /// <summary>Every connection sends its next request as soon as it has an answer.</summary>
    private static async Task<(double Rate, double Cpu, int Lost)> FloodAsync(LoadedGateway gateway, List<LoadConnection> connections, byte[] expected, List<byte[]> requests)
    {
        var (next, lost) = (-1, 0);
        var (cpu, began) = (gateway.Cpu, Stopwatch.GetTimestamp());
        await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < requests.Count;)
            {
                if (!await connection.ExchangeAsync(requests[i], expected)) Interlocked.Increment(ref lost);
            }
        })));
        return (requests.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, (gateway.Cpu - cpu).TotalMicroseconds / requests.Count, lost);
    }

    /// <summary>Requests become due at an even pace, and wait for a free connection where there is none. A wait is counted from when the request was due.</summary>
    private static async Task<(Percentiles Waits, int Lost)> KeepPaceAsync(List<LoadConnection> connections, byte[] expected, List<byte[]> requests, int rate)
    {
        var due = Channel.CreateUnbounded<int>();
        var waits = new double[requests.Count];
        var lost = 0;
        var began = Stopwatch.GetTimestamp();
        var sending = Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            await foreach (var i in due.Reader.ReadAllAsync())
            {
                if (!await connection.ExchangeAsync(requests[i], expected)) Interlocked.Increment(ref lost);
                waits[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds - (i * 1000.0 / rate);
            }
        })));
        for (var i = 0; i < requests.Count;)
        {
            for (; i < requests.Count && i * 1000.0 / rate <= Stopwatch.GetElapsedTime(began).TotalMilliseconds; i++) due.Writer.TryWrite(i);
            await Task.Delay(1);
        }
        due.Writer.Complete();
        await sending;
        return (new Percentiles(waits), lost);
    }

    private static void Write(
        TextWriter output, int rate, double megabytes, Dictionary<string, List<(double Rate, double Cpu, int Lost)>> full, Dictionary<string, (Percentiles Waits, int Lost)> steady)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | | At full load, a second | Ratio | Processor time each | Lost | At {rate} a second: p50 | p99 | Lost |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """));
        var anchor = new Percentiles(full["ping"].Select(taken => taken.Rate)).Median;
        foreach (var (kind, name) in new[] { ("ping", "anchor: signed PING") , ("status", "signed `/model status`") })
        {
            var (taken, (waits, lost)) = (full[kind], steady[kind]);
            var median = new Percentiles(taken.Select(each => each.Rate)).Median;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {median:N0} | {median / anchor:F2} | {new Percentiles(taken.Select(each => each.Cpu)).Median:N0} µs | {taken.Sum(each => each.Lost)} | {waits.Median:F1} ms | {waits.At(0.99):F1} ms | {lost} |"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nAt most {megabytes:N0} MiB in memory."));
    }
}
