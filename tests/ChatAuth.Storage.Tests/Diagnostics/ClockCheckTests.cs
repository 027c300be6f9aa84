using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class ClockCheckTests
{
    private readonly FakeTime _time = new();
    private TemporaryState _temporary = null!;
    private SqliteDatabase _database = null!;

    private ClockCheck Check => new(_temporary.State, _database, _time);

    [SetUp]
    public void SetUp()
    {
        _temporary = new TemporaryState();
        _database = new SqliteDatabase(_temporary.State.Database);
    }

    [TearDown]
    public void TearDown()
    {
        _database.Dispose();
        _temporary.Dispose();
    }

    [Test]
    public async Task Nothing_written_yet_is_no_pass() => Assert.That(await Check.RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());

    [TestCase(60, ExpectedResult = false)]
    [TestCase(61, ExpectedResult = true)]
    public async Task<bool> Clock_behind_a_file_of_ours_is_found_beyond_a_minute(int seconds)
    {
        _temporary.Write("{}");
        File.SetLastWriteTimeUtc(_temporary.Store, (_time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).UtcDateTime);

        return (await Finds.InAsync(Check)).Contains("Warning clock-behind");
    }

    [TestCase("INSERT INTO sessions (key, version, state, updated_at) VALUES ('k', 1, '{}', ?1)")]
    [TestCase("INSERT INTO history (session, at, event, before, after) VALUES ('k', ?1, '{}', '{}', '{}')")]
    public async Task Clock_behind_a_row_is_found(string insert)
    {
        await _database.WriteAsync(connection => connection.Execute(insert, (_time.GetUtcNow() + TimeSpan.FromDays(1)).UtcTicks), default);
        foreach (var file in Directory.EnumerateFiles(_temporary.Root)) File.SetLastWriteTimeUtc(file, _time.GetUtcNow().UtcDateTime);

        Assert.That(await Finds.InAsync(Check), Is.EqualTo(new[] { "Warning clock-behind" }));
    }

    [TestCase(0, ExpectedResult = "")]
    [TestCase(-1, ExpectedResult = "Warning clock-behind")]
    public async Task<string> Moments_are_those_that_the_store_writes(int days)
    {
        await new SqliteSessionStore(_database, _time).UpdateAsync(SessionKey.Terminal("chat"), null, _ => new SessionUpdate<bool>(true, SessionState.Initial), default);
        foreach (var file in Directory.EnumerateFiles(_temporary.Root)) File.SetLastWriteTimeUtc(file, _time.GetUtcNow().AddDays(-2).UtcDateTime);

        _time.Jump(TimeSpan.FromDays(days));

        return string.Join(", ", await Finds.InAsync(Check));
    }
}
