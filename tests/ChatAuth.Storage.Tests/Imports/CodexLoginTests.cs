using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Imports;

namespace ChatAuth.Storage.Tests.Imports;

internal sealed class CodexLoginTests
{
    private TemporaryHome _home = null!;

    [SetUp]
    public void SetUp() => _home = new TemporaryHome();

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public async Task Token_that_names_its_end_ends_then()
    {
        var access = TemporaryHome.Jwt("""{"exp":1800000000}""");
        Write(_home.CodexFile, access, "2026-03-01T12:00:00Z");

        var reading = await Source().ReadAsync(default);

        Assert.That(reading, Is.EqualTo(new SourceReading.Login(new Credential.OAuth(
            TemporaryHome.Fake(access), TemporaryHome.Fake("FAKE-refresh"), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)))));
    }

    [Test]
    public async Task Token_that_names_no_end_lives_an_hour_after_its_refresh()
    {
        Write(_home.CodexFile, "FAKE-opaque", "2026-03-01T12:00:00.123456Z");

        Assert.That(await EndAsync(), Is.EqualTo(new DateTimeOffset(2026, 3, 1, 13, 0, 0, 123, TimeSpan.Zero)));
    }

    [Test]
    public async Task Without_either_it_lives_an_hour_after_its_file_was_written()
    {
        Write(_home.CodexFile, "FAKE-opaque", "yesterday");
        File.SetLastWriteTimeUtc(_home.CodexFile, new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc));

        Assert.That(await EndAsync(), Is.EqualTo(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero)));
    }

    [TestCase("0")]
    [TestCase("-5")]
    [TestCase("1e300")]
    [TestCase("\"soon\"")]
    public async Task Absurd_end_is_unusable(string end)
    {
        Write(_home.CodexFile, TemporaryHome.Jwt($$"""{"exp":{{end}}}"""), "2026-03-01T12:00:00Z");

        Assert.That(await Source().ReadAsync(default), Is.InstanceOf<SourceReading.Unusable>());
    }

    [TestCase("""{"tokens":{"access_token":"FAKE"}}""")]
    [TestCase("""{"tokens":{"refresh_token":"FAKE"}}""")]
    public async Task Both_tokens_are_needed(string json)
    {
        TemporaryHome.Write(_home.CodexFile, json);

        Assert.That(await Source().ReadAsync(default), Is.InstanceOf<SourceReading.Unusable>());
    }

    [Test]
    public async Task Key_alone_is_no_login()
    {
        TemporaryHome.Write(_home.CodexFile, """{"OPENAI_API_KEY":"sk-FAKE","tokens":null}""");

        Assert.That(await Source().ReadAsync(default), Is.EqualTo(new SourceReading.Nothing()));
    }

    [Test]
    public async Task Directory_of_its_own_wins_over_the_home()
    {
        Write(_home.CodexFile, "FAKE-home", "2026-03-01T12:00:00Z");
        Write(_home.PathOf("elsewhere/auth.json"), "FAKE-elsewhere", "2026-03-01T12:00:00Z");

        var reading = (SourceReading.Login)await Source(_home.PathOf("elsewhere")).ReadAsync(default);

        Assert.That(((Credential.OAuth)reading.Credential).Access, Is.EqualTo(TemporaryHome.Fake("FAKE-elsewhere")));
    }

    [Test]
    public void Directory_that_is_not_absolute_is_not_looked_for() => Assert.That(Source("elsewhere").FindMark(), Is.Null);

    private async Task<DateTimeOffset?> EndAsync() => ((SourceReading.Login)await Source().ReadAsync(default)).Credential.Expires;

    private static void Write(string path, string access, string refreshed) => TemporaryHome.Write(
        path, $$"""{"OPENAI_API_KEY":null,"tokens":{"access_token":"{{access}}","refresh_token":"FAKE-refresh","account_id":"FAKE"},"last_refresh":"{{refreshed}}"}""");

    private CodexLogin Source(string? codexHome = null) => new(_home.Places with { CodexHome = codexHome });
}
