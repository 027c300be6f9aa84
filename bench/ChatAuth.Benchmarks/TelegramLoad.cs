using System.Diagnostics;
using System.Globalization;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Benchmarks;

/// <summary>
/// The gateway as it is run, with its database on disk, and many people who write to it at once; in turn with a bot that does nothing but answer.
/// Both talk HTTP to the same fake of Telegram, which lives in this process and takes its part of the machine in either case.
/// </summary>
internal static class TelegramLoad
{
    private static readonly TimeSpan StreamTime = TimeSpan.FromSeconds(20);
    private static readonly string[] Texts = ["/model status", "/model opus@anthropic:work", "What is a pin?"];

    /// <summary>Another account, so that each of these is a change too.</summary>
    private static readonly string[] Streamed = ["/model status", "/model opus@anthropic:personal", "What is a pin?"];

    public static async Task<int> RunAsync(TextWriter output, int chats, int rate)
    {
        var state = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;
        try
        {
            await using var gateway = await LoadedBot.StartAsync(chats, telegram => Gateway(telegram, state));
            await using var bare = await LoadedBot.StartAsync(chats, Bare);
            await gateway.StreamAsync(rate, TimeSpan.FromSeconds(3), Streamed);
            await bare.StreamAsync(rate, TimeSpan.FromSeconds(3), Streamed);
            var results = new List<LoadResult>();

            output.WriteLine("| What they write | Updates/s | p50 | p99 | CPU an update | Lost | Doubled | Bare loop: updates/s | p50 | p99 | CPU an update | Ratio of updates/s |");
            output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var text in Texts)
            {
                results.Add(await gateway.CrowdAsync(text));
                Write(output, $"{chats:N0} at once: `{text}`", results[^1], await bare.CrowdAsync(text));
            }
            results.Add(await gateway.StreamAsync(rate, StreamTime, Streamed));
            Write(output, $"{rate} a second, in turn", results[^1], await bare.StreamAsync(rate, StreamTime, Streamed));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory: gateway {gateway.PeakMegabytes:F0} MiB, bare loop {bare.PeakMegabytes:F0} MiB."));
            return results.All(result => result.Lost + result.Doubled == 0) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private static void Write(TextWriter output, string what, LoadResult gateway, LoadResult bare) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {Text(gateway)} | {gateway.Lost} | {gateway.Doubled} | {Text(bare)} | {gateway.PerSecond / bare.PerSecond:F2} |"));

    private static string Text(LoadResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.PerSecond:F0} | {result.Waits.Median:F1} ms | {result.Waits.At(0.99):F1} ms | {result.CpuMilliseconds:F2} ms");

    private static ProcessStartInfo Gateway(FakeTelegramServer telegram, string state)
    {
        var start = new ProcessStartInfo(Dotnet, ["exec", Path.Join(AppContext.BaseDirectory, "ChatAuth.Gateway.dll"), "--demo"]);
        start.Environment["CHATAUTH_STATE_DIR"] = state;
        start.Environment["CHATAUTH__TELEGRAM__TOKEN"] = telegram.Token;
        start.Environment["CHATAUTH__TELEGRAM__BASEURL"] = $"{telegram.BaseUrl}";
        start.Environment["CHATAUTH__TELEGRAM__KEEPPACE"] = "false";
        start.Environment["CHATAUTH__GATEWAY__LISTEN"] = "http://127.0.0.1:0";
        start.Environment["CHATAUTH__ACCESS__RULES__0__ID"] = "everybody-in-private";
        start.Environment["CHATAUTH__ACCESS__RULES__0__RIGHTS__0"] = "all";
        return start;
    }

    private static ProcessStartInfo Bare(FakeTelegramServer telegram) =>
        new(Dotnet, ["exec", typeof(TelegramLoad).Assembly.Location, BareBot.ChildWord, $"{telegram.BaseUrl}", telegram.Token]);

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
