using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Tests.Files;
using ChatAuth.Storage.Variables;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Storage.Tests.Variables;

internal sealed class EnvironmentKeysTests
{
    private readonly Dictionary<string, string> _process = [];
    private TemporaryState _state = null!;
    private FakeShell _shell = null!;
    private int _asked;

    private string File => Path.Combine(_state.Root, ".env");

    [SetUp]
    public void SetUp()
    {
        _process.Clear();
        _asked = 0;
        _state = new TemporaryState();
        _shell = new FakeShell(_state);
    }

    [TearDown]
    public void TearDown() => _state.Dispose();

    [Test]
    public void Each_provider_has_one_credential_from_the_first_place_that_has_one()
    {
        _process["ANTHROPIC_API_KEY"] = "fake-process";
        Write("ANTHROPIC_OAUTH_TOKEN=fake-file\nANTHROPIC_API_KEY=fake-file\nGEMINI_API_KEY=fake-file\nQWEN_OAUTH_TOKEN=fake-file\n");

        var reading = Open().Read();

        Assert.That(reading.Credentials.Select(entry => $"{entry.Id} {entry.Credential.Kind} {entry.Source}"), Is.EqualTo(new[]
        {
            "anthropic:env api_key process ANTHROPIC_API_KEY",
            "google:env api_key .env GEMINI_API_KEY",
            "qwen-portal:env token .env QWEN_OAUTH_TOKEN",
        }));
        Assert.That(reading.Faults, Is.Empty);
    }

    [Test]
    public void Names_of_a_provider_are_looked_up_in_their_order()
    {
        Write("ANTHROPIC_API_KEY=fake-key\nANTHROPIC_OAUTH_TOKEN=fake-token\n");

        Assert.That(Open().Read().Credentials.Single().Source, Is.EqualTo(".env ANTHROPIC_OAUTH_TOKEN"));
    }

    [Test]
    public void Blank_variable_of_the_process_does_not_hide_the_file()
    {
        _process["OPENAI_API_KEY"] = " ";
        Write("OPENAI_API_KEY=fake-file\n");

        Assert.That(Open().Read().Credentials.Single().Source, Is.EqualTo(".env OPENAI_API_KEY"));
    }

    [Test]
    public void Malformed_variable_is_an_unusable_credential_and_a_fault_and_nobody_else_is_charged()
    {
        _process["OPENAI_API_KEY"] = $"{Canary.ApiKey} {Canary.Token}";
        Write("OPENAI_API_KEY=fake-file\n");

        var reading = Open().Read();

        Assert.That(reading.Credentials.Single().Credential, Is.EqualTo(new Credential.ApiKey(null)));
        Assert.That(reading.Faults, Is.EqualTo(new[] { "process: OPENAI_API_KEY does not hold a key." }));
    }

    [Test]
    public void Dangerous_names_of_the_file_stay_unset_in_this_process_and_in_a_child()
    {
        Needs.Unix();
        string[] planted = ["HTTPS_PROXY", "ANTHROPIC_BASE_URL", "LD_PRELOAD", "DOTNET_STARTUP_HOOKS", "PATH", "CHATAUTH_STATE_DIR", "CHATAUTH__AUTH__LOGINSHELL"];
        Write(string.Concat(planted.Select(name => $"export {name}=/planted\n")) + "GROQ_API_KEY=fake-planted\n");

        var reading = Open(_shell.With($"env >{_shell.Trace}")).Read();

        Assert.That(reading.Credentials.Select(entry => entry.Source), Is.EqualTo(new[] { ".env GROQ_API_KEY" }));
        Assert.That(reading.ShellAsked);
        Assert.That(Environment.GetEnvironmentVariables().Values.Cast<string>(), Has.None.Contains("planted"));
        Assert.That(System.IO.File.ReadAllText(_shell.Trace), Does.Not.Contain("planted"));
    }

    [Test]
    public void Secrets_are_in_no_fault()
    {
        Write($"OPENAI_API_KEY={Canary.ApiKey} x\nGEMINI_API_KEY=\"{Canary.Token}\n{Canary.Access}\nOPENAI_API_KEY={Canary.Refresh}$\nXAI_API_KEY={Canary.ApiKey}\n");

        var reading = Open().Read();

        Assert.That(reading.Faults, Has.Count.EqualTo(5));
        Assert.That(Canary.FoundIn(reading.ToString() + string.Concat(reading.Faults) + string.Concat(reading.Credentials)), Is.Empty);
    }

    [Test]
    public void File_that_only_its_directory_shelters_is_used_with_a_warning()
    {
        Needs.Unix();
        Write("OPENAI_API_KEY=fake-file\n");
        TemporaryState.SetMode(File, TemporaryState.OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        var reading = Open().Read();

        Assert.That(reading.Credentials.Single().Source, Is.EqualTo(".env OPENAI_API_KEY"));
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Warnings, Is.EqualTo(new[] { $"{File} is used, and only its directory keeps others from reading it. Run: chmod 600 {File}" }));
    }

    [TestCase(UnixFileMode.GroupWrite)]
    [TestCase(UnixFileMode.OtherWrite)]
    public void File_that_others_can_write_gives_nothing_wherever_it_is(UnixFileMode more)
    {
        Needs.Unix();
        Write("OPENAI_API_KEY=fake-file\n");
        TemporaryState.SetMode(File, TemporaryState.OwnerOnly | more);

        var reading = Open().Read();

        Assert.That(reading.Credentials, Is.Empty);
        Assert.That(reading.Faults.Single(), Does.StartWith($"{File}: others than its owner can write it."));
    }

    [Test]
    public void File_elsewhere_is_not_sheltered_by_the_directory_of_a_link_to_it()
    {
        Needs.Unix();
        using var elsewhere = new TemporaryState();
        var target = Path.Combine(elsewhere.Root, "keys.txt");
        elsewhere.Write(target, "OPENAI_API_KEY=fake-file\n"u8.ToArray());
        TemporaryState.SetMode(target, TemporaryState.OwnerOnly | UnixFileMode.OtherRead);
        System.IO.File.CreateSymbolicLink(File, target);

        Assert.That(Open().Read().Credentials, Is.Empty);
    }

    [Test]
    public void File_that_others_can_read_is_a_fault_with_the_remedy_and_gives_nothing()
    {
        Needs.Unix();
        Write("OPENAI_API_KEY=fake-file\n");
        TemporaryState.SetMode(File, TemporaryState.OwnerOnly | UnixFileMode.OtherRead);
        TemporaryState.SetMode(_state.Root, TemporaryState.OwnerOnly | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        var reading = Open().Read();

        Assert.That(reading.Credentials, Is.Empty);
        Assert.That(reading.Faults, Is.EqualTo(new[]
        {
            $"{File}: others than its owner can read or write it. chmod 600 the file, or set Storage:AllowGroupReadable.",
        }));
    }

    [Test]
    public void Directory_in_place_of_the_file_is_a_fault()
    {
        Directory.CreateDirectory(File);

        Assert.That(Open().Read().Faults.Single(), Does.StartWith($"{File}: it is not a regular file."));
    }

    [Test]
    public void Huge_file_is_a_fault()
    {
        Write(new string('#', 70_000));

        Assert.That(Open().Read().Faults.Single(), Does.StartWith($"{File}: it is larger than 64 KiB."));
    }

    [TestCase("OPENAI_API_KEY=fake-1\n", true)]
    [TestCase("OPENAI_API_KEY=fake-1\n", false)]
    [TestCase(null, true)]
    public void Reading_is_the_same_object_while_nothing_changes(string? text, bool isPrivate)
    {
        if (text is not null) Write(text);
        if (!isPrivate) TemporaryState.SetMode(File, TemporaryState.OwnerOnly | UnixFileMode.GroupRead);
        var keys = Open();

        var first = keys.Read();

        Assert.That(keys.Read(), Is.SameAs(first));
    }

    [Test]
    public void Changed_file_is_seen_at_once()
    {
        var keys = Open();
        var sources = new List<int> { keys.Read().Credentials.Count };

        Write("OPENAI_API_KEY=fake-1\n");
        sources.Add(keys.Read().Credentials.Count);
        Write("OPENAI_API_KEY=fake-1\nXAI_API_KEY=fake-2\n");
        sources.Add(keys.Read().Credentials.Count);

        Assert.That(sources, Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public void Shell_fills_what_neither_the_process_nor_the_file_has_and_is_asked_once()
    {
        Needs.Unix();
        _process["OPENAI_API_KEY"] = "fake-process";
        var keys = Open(_shell.With($"echo asked >>{_shell.Trace}; export OPENAI_API_KEY=fake-shell ANTHROPIC_API_KEY=fake-shell"));
        keys.Read();
        Write("XAI_API_KEY=fake-file\n");

        var reading = keys.Read();

        Assert.That(reading.Credentials.Select(entry => entry.Source), Is.EqualTo(new[]
        {
            "process OPENAI_API_KEY", ".env XAI_API_KEY", "login shell ANTHROPIC_API_KEY",
        }));
        Assert.That(reading.ShellKeys, Is.EqualTo(new[] { "ANTHROPIC_API_KEY" }));
        Assert.That(System.IO.File.ReadAllText(_shell.Trace), Is.EqualTo("asked\n"));
    }

    [Test]
    public void Shell_is_not_asked_when_every_provider_of_the_catalog_has_a_key()
    {
        _process["OPENAI_API_KEY"] = "fake-1";
        _process["ANTHROPIC_API_KEY"] = "fake-2";

        Assert.That(Open(Counted).Read().ShellAsked, Is.False);
        Assert.That(_asked, Is.Zero);
    }

    [Test]
    public void Shell_is_not_asked_unless_the_operator_wants_it()
    {
        Assert.That(Open(Counted, wanted: false).Read().ShellAsked, Is.False);
        Assert.That(_asked, Is.Zero);
    }

    [Test]
    public void Reading_never_starts_the_shell()
    {
        var keys = Open(Counted, asks: false);

        Assert.That(keys.Read().ShellAsked, Is.False);
        Assert.That(_asked, Is.Zero);
    }

    [Test]
    public async Task Host_asks_the_shell_once_while_it_starts()
    {
        var keys = Open(Counted, asks: false);
        var before = keys.Read();
        var start = new LoginShellStart(keys);

        await start.StartingAsync(default);
        await start.StartAsync(default);

        Assert.That((before.ShellAsked, keys.Read().ShellAsked), Is.EqualTo((false, true)));
        Assert.That(_asked, Is.EqualTo(1));
    }

    [Test]
    public void Shell_that_fails_is_a_fault()
    {
        var reading = Open(Counted).Read();

        Assert.That(reading.ShellAsked);
        Assert.That(reading.Faults, Is.EqualTo(new[] { "The login shell told nothing. The user database names none for this user." }));
    }

    private LoginShell Counted => new(TimeProvider.System, () => { _asked++; return null; }, TimeSpan.FromSeconds(1));

    private void Write(string text) => _state.Write(File, Encoding.UTF8.GetBytes(text));

    private EnvironmentKeys Open(LoginShell? shell = null, bool wanted = true, bool asks = true)
    {
        var settings = new ChatAuthSettings
        {
            Catalog = new ModelCatalog(
                [new CatalogModel(ModelRef.Parse("openai/gpt-5.2"), []), new CatalogModel(ModelRef.Parse("anthropic/claude-opus-4-5"), [])],
                ModelRef.Parse("anthropic/claude-opus-4-5"), []),
            LoginShell = shell is not null && wanted,
        };
        var file = new EnvFile(_state.State, new FileStoreOptions(), new LaterClock());
        var keys = new EnvironmentKeys(settings, file, _process.GetValueOrDefault, shell ?? Counted);
        if (asks) keys.AskShell();
        return keys;
    }
}
