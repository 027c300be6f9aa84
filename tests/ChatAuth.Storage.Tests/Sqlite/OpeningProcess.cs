using System.Diagnostics;
using System.Globalization;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>Another process that opens one database after another, and says each as soon as it is open.</summary>
internal static class OpeningProcess
{
    public static string PathOf(string directory, int number) => Path.Combine(directory, $"{number}.db");

    public static Process Start(string directory, int count) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(OpeningProcess).Assembly.Location, "open", directory, "w", count.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;

    public static async Task RunAsync(string directory, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var database = new SqliteDatabase(PathOf(directory, i));
            database.Read(GrantRows.Load);
            await Console.Out.WriteLineAsync($"{i}");
            await Console.Out.FlushAsync();
        }
    }
}
