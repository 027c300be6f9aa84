using System.Diagnostics;
using System.Globalization;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Benchmarks;

/// <summary>
/// What ChatAuth adds to a call: the same question to the same vendor through the bare SDK and through <c>IChatAuth</c>, taking turns in one process. With a stub in
/// the socket's place only code differs; over loopback both have a socket; and beside them what it costs when every attempt is durable.
/// </summary>
internal static class CallOverhead
{
    private const string Question = "Could you look at the plan for Thursday again?";

    /// <summary>OpenAI's SDK has types of its own; Anthropic's is an <c>IChatClient</c>, as what ChatAuth gives.</summary>
    private static readonly (string Name, bool IsAnthropic, bool AsChatClient)[] s_sdks =
        [("Anthropic", true, true), ("OpenAI as `IChatClient`", false, true), ("OpenAI", false, false)];

    public static async Task RunAsync(TextWriter output, int rounds, int calls)
    {
        var root = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;
        try
        {
            output.WriteLine($"| One answer of 20 words; {rounds} rounds of {calls} calls, taking turns; medians | Bare SDK | ChatAuth | Δ wall | Δ processor | Bare SDK | ChatAuth | Δ allocated |");
            output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
            // Whatever came first would pay for the compilation of what all share.
            await CompareStubsAsync(TextWriter.Null, rounds, calls);
            await CompareStubsAsync(output, rounds, calls);
            foreach (var (name, isAnthropic, asChatClient) in s_sdks)
            {
                await using var vendor = FakeVendor.Start();
                vendor.Says = _ => VendorAnswers.Text;
                using var socket = new SocketsHttpHandler();
                using var ours = new ChatAuthCalls(isAnthropic, null, vendor.BaseUrl);
                using var bare = new BareCalls(isAnthropic, asChatClient, socket, vendor.BaseUrl);
                await CompareAsync(output, $"{name}, loopback", bare, ours, rounds, calls);
            }
            using var still = new StubVendor(isAnthropic: true);
            using var durable = new ChatAuthCalls(true, still, null, Path.Join(root, "chatauth.db"));
            using var commits = new BareCommits(Path.Join(root, "bare.db"));
            Write(
                output, "Anthropic, streamed, in-process stub, SQLite on disk; in the bare SDK's place two bare SQLite `UPDATE`s and `COMMIT`s there",
                await TakeTurnsAsync(_ => Task.Run(() => CommitTwice(commits)), durable.StreamAsync, rounds, calls / 10));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task CompareStubsAsync(TextWriter output, int rounds, int calls)
    {
        foreach (var (name, isAnthropic, asChatClient) in s_sdks)
        {
            using var stub = new StubVendor(isAnthropic);
            using var ours = new ChatAuthCalls(isAnthropic, stub, null);
            using var bare = new BareCalls(isAnthropic, asChatClient, stub, null);
            await CompareAsync(output, $"{name}, in-process stub", bare, ours, rounds, calls);
        }
    }

    private static async Task CompareAsync(TextWriter output, string name, ICalls bare, ChatAuthCalls ours, int rounds, int calls)
    {
        Write(output, $"{name}, whole", await TakeTurnsAsync(bare.AskAsync, ours.AskAsync, rounds, calls));
        Write(output, $"{name}, streamed", await TakeTurnsAsync(bare.StreamAsync, ours.StreamAsync, rounds, calls));
    }

    /// <summary>Compilation in tiers has ended, and every conversation is known, before it counts.</summary>
    private static async Task<(Cost Bare, Cost Ours)[]> TakeTurnsAsync(Func<string, Task<int>> bare, Func<string, Task<int>> ours, int rounds, int calls)
    {
        for (var tier = 0; tier < 3; tier++)
        {
            for (var known = 0; known < ChatAuthCalls.Conversations; known += calls) _ = (await MeasureAsync(bare, calls), await MeasureAsync(ours, calls));
            await Task.Delay(500);
        }
        var took = new List<(Cost, Cost)>();
        for (var i = 0; i < rounds; i++) took.Add((await MeasureAsync(bare, calls), await MeasureAsync(ours, calls)));
        return [.. took];
    }

    private static async Task<Cost> MeasureAsync(Func<string, Task<int>> call, int calls)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var used = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            if (await call(Question) != VendorAnswers.Text.Length) throw new InvalidOperationException("Another answer.");
        }
        var took = Stopwatch.GetElapsedTime(began);
        return new Cost(took.TotalMicroseconds / calls, (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / calls);
    }

    private static void Write(TextWriter output, string name, (Cost Bare, Cost Ours)[] took)
    {
        var (bare, ours, more) = (Median(took, t => t.Bare.Microseconds), Median(took, t => t.Ours.Microseconds), Median(took, t => t.Ours.Microseconds - t.Bare.Microseconds));
        var used = Median(took, t => t.Ours.Processor - t.Bare.Processor);
        var (bareKb, oursKb, moreKb) = (Median(took, t => t.Bare.Kilobytes), Median(took, t => t.Ours.Kilobytes), Median(took, t => t.Ours.Kilobytes - t.Bare.Kilobytes));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {bare:F1} µs | {ours:F1} µs | **{more:F1} µs** | **{used:F1} µs** | {bareKb:F1} KB | {oursKb:F1} KB | **{moreKb:F1} KB** |"));
    }

    /// <summary>What a durable attempt needs at least: it is written before the request, and closed after the answer.</summary>
    private static int CommitTwice(BareCommits commits)
    {
        commits.Commit();
        commits.Commit();
        return VendorAnswers.Text.Length;
    }

    private static double Median((Cost, Cost)[] took, Func<(Cost Bare, Cost Ours), double> of) => new Percentiles(took.Select(of)).Median;

    private sealed record Cost(double Microseconds, double Processor, double Kilobytes);
}
