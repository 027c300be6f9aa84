using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Files;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Benchmarks;

/// <summary>
/// One <c>/model</c> from text to reply, durable, in a database of one conversation and of many. The cases take turns in one process,
/// so that a disk that becomes slow becomes so for all. Among the many, each pin is in another conversation: nothing of it is warm.
/// </summary>
internal static class DurablePins
{
    private const int WarmUps = 20;

    public static async Task RunAsync(TextWriter output, int conversations, int rounds)
    {
        var root = Directory.CreateTempSubdirectory("chatauth-bench-").FullName;
        try
        {
            using var one = Installation.Create(Path.Join(root, "one"), ["a", "b", "filler"]);
            using var many = await FillAsync(Path.Join(root, "many"), conversations);
            using var bare = new BareCommits(Path.Join(root, "bare.db"));
            var took = new List<(double Bare, double One, double Many)>();
            for (var i = 0; i < WarmUps + rounds; i++)
            {
                var (round, profile) = (i, i % 2 == 0 ? "a" : "b");
                took.Add((
                    await TimeAsync(() => Task.Run(bare.Commit)),
                    await TimeAsync(() => one.PinAsync(Key(1), profile, $"one:{round}")),
                    await TimeAsync(() => many.PinAsync(Key(1 + (int)(round * 7919L % conversations)), profile, $"many:{round}"))));
            }
            took.RemoveRange(0, WarmUps);
            Write(output, conversations, rounds, new(took.Select(t => t.Bare)), new(took.Select(t => t.One)), new(took.Select(t => t.Many)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static SessionKey Key(int number) => SessionKey.Terminal(number.ToString("d7", CultureInfo.InvariantCulture));

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Copies the rows of one real pin, so that every conversation has a state and a history.</summary>
    private static async Task<Installation> FillAsync(string location, int conversations)
    {
        using (var first = Installation.Create(location, ["a", "b", "filler"])) await first.PinAsync(Key(0), "filler", "filler");
        using (var connection = new SqliteConnection($"Data Source={new StateDirectory(location).Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = """
                PRAGMA synchronous = OFF;
                PRAGMA cache_size = -1000000;
                BEGIN;
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $conversations)
                INSERT INTO sessions (key, version, state, due, updated_at)
                SELECT printf('terminal:local:%07d', i), version, state, due, updated_at + i
                FROM n, (SELECT * FROM sessions WHERE key = 'terminal:local:0000000');
                INSERT INTO history (session, at, event, person, cause, before, after)
                SELECT key, at, event, person, key, before, after
                FROM sessions, (SELECT * FROM history WHERE cause = 'filler') WHERE key <> 'terminal:local:0000000';
                COMMIT;
                PRAGMA wal_checkpoint(TRUNCATE);
                """;
            command.Parameters.AddWithValue("$conversations", conversations);
            command.ExecuteNonQuery();
        }
        return new Installation(location);
    }

    private static void Write(TextWriter output, int conversations, int rounds, Percentiles bare, Percentiles one, Percentiles many)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | {rounds} rounds, taking turns | Median | p99 | Ratio to the bare commit | Ratio to 1 conversation |
            |---|---:|---:|---:|---:|
            | anchor: bare SQLite UPDATE and COMMIT, WAL, synchronous=FULL | {bare.Median:F2} ms | {bare.At(0.99):F2} ms | 1.00 | |
            | one pin, 1 conversation | {one.Median:F2} ms | {one.At(0.99):F2} ms | {one.Median / bare.Median:F2} | 1.00 |
            | one pin, {conversations:N0} conversations | {many.Median:F2} ms | {many.At(0.99):F2} ms | {many.Median / bare.Median:F2} | {many.Median / one.Median:F2} |
            """));
    }
}
