using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Benchmarks;

/// <summary>Several processes pin in one conversation, all their pins under way at once. Every pin must be acknowledged and be in the history.</summary>
internal static class ConcurrentPins
{
    public const string ChildWord = "pin-as-child";

    private static readonly SessionKey Chat = SessionKey.Terminal("crowd");

    public static async Task<int> RunAsync(TextWriter output, int processes, int pins)
    {
        var state = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;
        try
        {
            var each = pins / processes;
            using var installation = Installation.Create(state, Enumerable.Range(0, processes).SelectMany(w => Enumerable.Range(0, each), Profile));
            var children = Enumerable.Range(0, processes).Select(writer => Start(state, writer, each)).ToList();
            foreach (var child in children) await child.StandardOutput.ReadLineAsync();

            var began = Stopwatch.GetTimestamp();
            foreach (var child in children) await child.StandardInput.WriteLineAsync();
            var answers = await Task.WhenAll(children.Select(child => child.StandardOutput.ReadToEndAsync()));
            var total = Stopwatch.GetElapsedTime(began);

            var took = answers.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var refused = took.RemoveAll(line => !double.TryParse(line, CultureInfo.InvariantCulture, out _));
            var history = await installation.Sessions.ListHistoryAsync(Chat, int.MaxValue, default);
            var recorded = history.Select(entry => entry.Cause).Distinct().Count();
            var milliseconds = new Percentiles(took.Select(line => double.Parse(line, CultureInfo.InvariantCulture)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                | Pins | Processes | Acknowledged | Refused | In the history | p50 | p99 | All done | A pin |
                |---:|---:|---:|---:|---:|---:|---:|---:|---:|
                | {each * processes} | {processes} | {took.Count} | {refused} | {recorded} | {milliseconds.Median:F0} ms | {milliseconds.At(0.99):F0} ms | {total.TotalMilliseconds:F0} ms | {total.TotalMilliseconds / took.Count:F2} ms |
                """));
            return took.Count == each * processes && recorded == took.Count ? 0 : 1;
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    /// <summary>Says that it is ready, waits for a line, pins all at once, and says how long each took, or why it was refused.</summary>
    public static async Task RunChildAsync(string state, string writer, int pins)
    {
        using var installation = new Installation(state);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        var number = int.Parse(writer, CultureInfo.InvariantCulture);
        var lines = await Task.WhenAll(Enumerable.Range(0, pins).Select(i => Task.Run(async () =>
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await installation.PinAsync(Chat, Profile(number, i), $"{writer}:{i}");
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
            }
            catch (InvalidOperationException refused)
            {
                return refused.Message.ReplaceLineEndings(" ");
            }
        })));
        foreach (var line in lines) await Console.Out.WriteLineAsync(line);
    }

    /// <summary>No two pins are of the same profile: each is a change.</summary>
    private static string Profile(int writer, int pin) => $"w{writer}-{pin}";

    private static Process Start(string state, int writer, int pins)
    {
        var self = Environment.ProcessPath!;
        string[] words = [ChildWord, state, writer.ToString(CultureInfo.InvariantCulture), pins.ToString(CultureInfo.InvariantCulture)];
        var isHost = Path.GetFileNameWithoutExtension(self) == "dotnet";
        return Process.Start(new ProcessStartInfo(self, isHost ? [typeof(ConcurrentPins).Assembly.Location, .. words] : words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }
}
