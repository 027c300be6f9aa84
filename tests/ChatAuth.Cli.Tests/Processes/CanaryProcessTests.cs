using ChatAuth.Testing.Credentials;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>No six characters of a stored, borrowed or typed secret are printed by any command, or kept anywhere but in the credential store.</summary>
[Parallelizable]
internal sealed class CanaryProcessTests
{
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
    public async Task Stored_and_typed_secrets_stay_where_they_are()
    {
        _cli.CallNobody();
        _store.WriteProfiles(
            StoreFile.At(CliProcess.Nowhere, StoreFile.Key("anthropic:key", Canary.ApiKey)),
            StoreFile.At(CliProcess.Nowhere, StoreFile.Token("anthropic:token", TimeSpan.FromDays(3), Canary.Token)),
            StoreFile.At(CliProcess.Nowhere, StoreFile.Login("anthropic:login", Canary.Access, Canary.Refresh)));
        var typed = string.Concat(Canary.All.Select(secret => $"{secret}\n/model {secret}\n/model opus@{secret}\n/opus@{secret} hello\n/model claim {secret}\n"));

        string[] chats =
        [
            (await _cli.RunAsync("chat", "/model opus@key\n/model status\n/model why\n/model test\n/model history\nhello\n" + typed)).All,
            (await _cli.RunAsync("chat --json", "/model echo\nhello\n" + typed)).All,
        ];
        foreach (var chat in chats) Assert.That(Canary.FoundIn(chat), Is.Empty);

        var kept = Directory.EnumerateFiles(_cli.State, "*", SearchOption.AllDirectories).Where(file => Canary.FoundIn(File.ReadAllBytes(file)).Any());
        Assert.That(kept, Is.EqualTo(new[] { _store.Path }));
    }

    [Test]
    public async Task No_command_prints_or_keeps_what_it_was_given_or_found()
    {
        _cli.CallNobody();
        _cli.Variables["CHATAUTH__AUTH__OAUTH__0__PROVIDER"] = "anthropic";
        _cli.Variables["CHATAUTH__AUTH__OAUTH__0__IDENTITYURL"] = "http://127.0.0.1:9/";
        _store.WriteProfiles(
            StoreFile.Key("anthropic:key", Canary.ApiKey), StoreFile.Token("anthropic:token", TimeSpan.FromDays(3), Canary.Token),
            StoreFile.Login("anthropic:login", Canary.Access, Canary.Refresh));
        var login = Path.Combine(Directory.CreateDirectory(Path.Combine(_cli.Home, ".claude")).FullName, ".credentials.json");
        var ends = DateTimeOffset.UtcNow.AddHours(8).ToUnixTimeMilliseconds();
        await File.WriteAllTextAsync(login, $$"""{ "claudeAiOauth": { "accessToken": "{{Canary.Access}}", "refreshToken": "{{Canary.Refresh}}", "expiresAt": {{ends}} } }""");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(login, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        foreach (var command in CanaryCommands.All)
        {
            var run = await _cli.RunAsync(command, (command.Contains("token", StringComparison.Ordinal) ? Canary.Token : Canary.ApiKey) + "\n");

            Assert.That(run.ExitCode, Is.Not.EqualTo(70), $"{command}: {run.All}");
            Assert.That(Canary.FoundIn(run.All), Is.Empty, command);
        }

        var kept = Directory.EnumerateFiles(_cli.State, "*", SearchOption.AllDirectories).Where(file => Canary.FoundIn(File.ReadAllBytes(file)).Any());
        Assert.That(kept, Is.EqualTo(new[] { _store.Path }));
    }

    [Test]
    public async Task Keys_of_the_env_file_stay_there_and_its_mistakes_quote_nothing()
    {
        _cli.CallNobody();
        var file = Path.Combine(_cli.State, ".env");
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(file, $"ANTHROPIC_API_KEY={Canary.ApiKey}\nOPENAI_API_KEY={Canary.Token}${{A}}\nGEMINI_API_KEY {Canary.Access}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var printed = string.Concat(
            (await _cli.RunAsync("models status")).All, (await _cli.RunAsync("models status --json")).All,
            (await _cli.RunAsync("chat", "/model opus@env\n/model status\n/model why\nhello\n")).All);

        Assert.That(printed, Does.Contain("from .env ANTHROPIC_API_KEY").And.Contain("line 2: OPENAI_API_KEY does not hold a key").And.Contain("line 3 does not parse"));
        Assert.That(Canary.FoundIn(printed), Is.Empty);
        var kept = Directory.EnumerateFiles(_cli.State, "*", SearchOption.AllDirectories).Where(path => Canary.FoundIn(File.ReadAllBytes(path)).Any());
        Assert.That(kept, Is.EqualTo(new[] { file }));
    }

    [Test]
    public async Task Store_torn_inside_of_a_secret_quotes_nothing_of_it([Values(30, 40, 57)] int left)
    {
        _store.Write($$"""{ "version": 1, "profiles": { "anthropic:key": { "type": "api_key", "key": "{{Canary.ApiKey[..left]}}""");

        foreach (var command in (string[])["models status --json", "models auth order clear --provider anthropic", "chat", "doctor --fix"])
        {
            Assert.That(Canary.FoundIn((await _cli.RunAsync(command, "/model opus\n")).All), Is.Empty, command);
        }
    }
}
