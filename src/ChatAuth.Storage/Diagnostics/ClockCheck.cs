using System.Globalization;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether the clock is behind what was written by it before: in the session database, and of the files.</summary>
internal sealed class ClockCheck(StateDirectory state, SqliteDatabase database, TimeProvider time) : ICheck
{
    /// <summary>Ids grow with time, so the last rows are the newest.</summary>
    private const string Newest = """
        SELECT max(
          coalesce((SELECT max(updated_at) FROM sessions), 0),
          coalesce((SELECT at FROM history ORDER BY id DESC LIMIT 1), 0),
          coalesce((SELECT started_at FROM attempts ORDER BY id DESC LIMIT 1), 0))
        """;

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    public string Name => "clock";

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var files = OwnedPath.In(state, allowGroupReadable: true).Where(file => !file.IsDirectory).Select(file => Written(file.Path)).ToList();
        var rows = new DateTimeOffset(database.Read(connection => connection.Number(Newest)), TimeSpan.Zero);
        var last = files.Append(rows).Max();
        return Task.FromResult<CheckResult>(
            last == DateTimeOffset.MinValue ? new CheckResult.Skipped("Nothing was written yet that the clock could be compared with.")
            : last - now > Tolerance ? new CheckResult.Found([new Finding(
                "clock-behind", FindingSeverity.Warning,
                $"The clock is {Span(last - now)} behind what was written here at {last.ToString("u", CultureInfo.InvariantCulture)}: it is wrong now, or was wrong then.", "timedatectl status")])
            : new CheckResult.Passed("The clock is not behind anything that was written here."));
    }

    private static DateTimeOffset Written(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    private static string Span(TimeSpan span) => span.TotalDays >= 1 ? $"{span.Days} d {span.Hours} h" : $"{span.Hours} h {span.Minutes} min";
}
