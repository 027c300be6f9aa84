using System.Diagnostics;
using System.Globalization;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>Another process that takes one lease again and again, and says from when until when it had it; the last time it keeps it.</summary>
internal static class LeasingProcess
{
    public const string Lease = "proof";
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    public static Process Start(string path, string holder, int count) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(LeasingProcess).Assembly.Location, "lease", path, holder, count.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;

    /// <param name="path">The database.</param>
    /// <param name="holder">Who takes it.</param>
    /// <param name="count">How often; 0 is once and without giving it back.</param>
    public static async Task RunAsync(string path, string holder, int count)
    {
        using var database = new SqliteDatabase(path);
        var leases = new SqliteLeaseStore(database, TimeProvider.System);
        for (var i = 0; i < count; i++)
        {
            await TakeAsync(leases, holder);
            var from = Stopwatch.GetTimestamp();
            await Task.Yield();
            await Console.Out.WriteLineAsync($"{from} {Stopwatch.GetTimestamp()}");
            await leases.ReleaseAsync(Lease, holder, default);
        }
        if (count > 0) return;
        await TakeAsync(leases, holder);
        await Console.Out.WriteLineAsync("held");
        await Console.Out.FlushAsync();
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task TakeAsync(SqliteLeaseStore leases, string holder)
    {
        while (!await leases.TryTakeAsync(Lease, holder, Duration, default)) await Task.Yield();
    }
}
