namespace ChatAuth.Cli.Tests.Processes;

/// <summary><c>chatauth doctor</c> on real files.</summary>
[Parallelizable]
internal sealed class DoctorProcessTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private CliProcess _cli = null!;
    private StoreFile _store = null!;

    [SetUp]
    public void SetUp()
    {
        _cli = new CliProcess();
        _store = new StoreFile(_cli);
    }

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Sound_installation_is_fine_and_its_store_keeps_its_bytes()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"), StoreFile.Key("openai:work"));
        var before = _store.Bytes;

        var run = await _cli.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That(_store.Bytes, Is.EqualTo(before));
    }

    [Test]
    public async Task Every_check_has_its_line_and_what_is_local_comes_first()
    {
        var run = await _cli.RunAsync("doctor --json");

        Assert.That(run.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()), Is.EqualTo(new[]
        {
            "configuration", "state-directory", "file-modes", "temporary-files", "credential-store", "session-database", "clock", "imports", "environment", "credentials",
            "refresh", "orders", "rules", "aliases", "model-lists", "owner", "claude-command", "endpoints", "telegram-bot", "discord-application", "discord-clock",
        }));
    }

    [Test]
    public async Task Warnings_alone_end_with_2()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"), StoreFile.Key("openai:work"), StoreFile.Token("anthropic:old", TimeSpan.FromDays(-1)));

        var run = await _cli.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.All);
        Assert.That(run.Output, Does.Contain("[credential-expired]"));
    }

    [TestCase("torn", "store-damaged")]
    [TestCase("""{"version":9,"profiles":{}}""", "store-newer")]
    public async Task Store_that_cannot_be_used_ends_with_1_and_stays(string json, string code)
    {
        _store.Write(json);

        var run = await _cli.RunAsync("doctor --fix");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain($"[{code}]"));
        Assert.That(await File.ReadAllTextAsync(_store.Path), Is.EqualTo(json));
    }

    [Test]
    public async Task Configuration_that_is_not_valid_is_a_finding_and_the_files_are_looked_at_nevertheless()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"));
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.json"), """{"ChatAuth":{"Unknown":1}}""");

        var run = await _cli.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("error    configuration:").And.Contain("[configuration-invalid]").And.Contain("ok       file-modes:"));
    }

    [Test]
    public async Task Fix_mends_modes_even_those_that_keep_the_configuration_from_being_read()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows has no modes: run this on Linux or macOS.");
        _store.WriteProfiles(StoreFile.Key("anthropic:work"), StoreFile.Key("openai:work"));
        var configuration = Path.Combine(_cli.State, "chatauth.json");
        await File.WriteAllTextAsync(configuration, "{}");
        string[] open = [configuration, _store.Path];
        foreach (var path in open) SetMode(path, Everybody);

        var looked = await _cli.RunAsync("doctor");
        var mended = await _cli.RunAsync("doctor --fix");

        Assert.That((looked.ExitCode, mended.ExitCode), Is.EqualTo((1, 0)), mended.All);
        Assert.That(ModeOf(_store.Path), Is.EqualTo(OwnerOnly));
        Assert.That(ModeOf(configuration), Is.EqualTo(OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead));
    }

    [Test]
    public async Task Database_that_is_damaged_is_told()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"));
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.db"), new string('x', 8192));

        var run = await _cli.RunAsync("doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("error    session-database:").And.Contain("[database-damaged]"));
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }
}
