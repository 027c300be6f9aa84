using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Tests.Chat;
using ChatAuth.Configuration;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Cli.Tests.Hosting;

/// <summary>An installation in memory, and command lines that run on it.</summary>
internal sealed class TestInstallation
{
    public TestInstallation()
    {
        Stores = new MemoryStores(Time);
        Holds();
    }

    public FakeTime Time { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    public StoredAgents Agents { get; } = new();

    public MemoryStores Stores { get; }

    public ScriptedProvider Vendor { get; } = new();

    public Mock<IChatAuth> ChatAuth { get; } = new();

    public Mock<IEnvironmentKeys> Environment { get; } = new();

    public List<ChatArguments> Chats { get; } = [];

    public List<ICheck> Checks { get; } = [];

    /// <summary>What vendors said of their models.</summary>
    public IListingCache Listings { get; set; } = new MemoryStores(TimeProvider.System).Listings;

    /// <summary>A program whose login is borrowed; null for none.</summary>
    public FakeCredentialSource? Borrowed { get; set; }

    /// <summary>Who knows whose account its login is.</summary>
    public FakeAccountIdentity Identity { get; } = new();

    /// <summary>What is piped in, or typed where <see cref="Type"/> was called. Default: a secret.</summary>
    public TypedInput Input { get; set; } = Piped("fake-secret-0001");

    /// <summary>Other programs that were run.</summary>
    public List<string[]> Programs { get; } = [];

    /// <summary>What another program does; its exit code, null where it is not installed.</summary>
    public Func<string[], int?> Program { get; set; } = _ => null;

    /// <summary>Further services.</summary>
    public Action<IServiceCollection> Further { get; set; } = _ => { };

    /// <summary>Where <c>chatauth.json</c> is written.</summary>
    public string ConfigDirectory { get; } = StateDirectories.Next();

    public bool Debug { get; set; }

    public ChatAuthSettings Settings { get; set; } = new()
    {
        Catalog = new ModelCatalog(
            [
                new CatalogModel(ModelRef.Parse("anthropic/claude-opus-4-5"), ["opus"]),
                new CatalogModel(ModelRef.Parse("openai/gpt-5.2"), ["gpt"]),
            ],
            ModelRef.Parse("anthropic/claude-opus-4-5"),
            []),
    };

    /// <summary>What <c>chatauth.json</c> holds; null without one.</summary>
    public JsonElement? Config => File.Exists(ConfigFile) ? JsonDocument.Parse(File.ReadAllText(ConfigFile)).RootElement.EnumerateObject().Single().Value : null;

    private string ConfigFile => Path.Combine(ConfigDirectory, "chatauth.json");

    private ProcessEnvironment Around => new(new Dictionary<string, string> { ["CHATAUTH_STATE_DIR"] = ConfigDirectory }, "");

    /// <summary>The settings with what was written of imports meanwhile.</summary>
    private ChatAuthSettings Effective =>
        Settings is not null && File.Exists(ConfigFile) ? Settings with { Imports = ChatAuthConfiguration.Load(null, ConfigDirectory, Around).Settings.Imports } : Settings!;

    public static TypedInput Piped(string text) => new(() => new StringReader(text), new PreparedKeys(""), IsTerminal: false);

    /// <summary>A person sits at the terminal and types this.</summary>
    public void Type(string keys)
    {
        Time.PassesAtOnce = TimeSpan.FromSeconds(1);
        Input = new TypedInput(() => TextReader.Null, new PreparedKeys(keys), IsTerminal: true);
    }

    public static Credential Key(string? text = "fake-key") => new Credential.ApiKey(Fake(text));

    public static Credential Token(DateTimeOffset? ends = null, string text = "fake-token") => new Credential.Token(Fake(text), ends);

    public static Credential Login(DateTimeOffset? ends, string text = "fake-login") => new Credential.OAuth(Fake(text), Fake(text + "-refresh"), ends);

    /// <summary>Puts keys into the environment, each from a place and for a provider.</summary>
    public void Holds(params (string Provider, string Source)[] keys) => Environment.Setup(environment => environment.Read()).Returns(new EnvironmentReading(
        [.. keys.Select(key => new StoredCredential(ProfileId.Parse($"{key.Provider}:env"), ProviderId.Parse(key.Provider), Key(), Source: key.Source))],
        keys.Length == 0 ? [] : [".env line 3 does not parse."])
    {
        ShellKeys = [.. keys.Where(key => key.Source.StartsWith("login shell ", StringComparison.Ordinal)).Select(key => key.Source["login shell ".Length..])],
    });

    /// <summary>Runs a command line; its words are parted by single spaces.</summary>
    public Task<Run> RunAsync(string line) => RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public async Task<Run> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        await using var host = Host(output, error, args);
        var exitCode = await CommandLine.RunAsync(args, host, cancellationToken);
        return new Run(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A host for command trees that are only looked at.</summary>
    public static CliHost Host() => new TestInstallation().Host(TextWriter.Null, TextWriter.Null, words: null);

    private CliHost Host(TextWriter output, TextWriter error, string[]? words) => new()
    {
        Output = output,
        Error = error,
        Words = words,
        Json = words?.Contains("--json") ?? false,
        Debug = Debug,
        Assemble = (_, _) => Assemble(),
        Input = Input,
        RunProgram = (words, _) =>
        {
            Programs.Add(words);
            return Task.FromResult(Program(words));
        },
        RunChat = (arguments, _, _) =>
        {
            Chats.Add(arguments);
            return Task.FromResult(0);
        },
    };

    private static Secret? Fake(string? text) => Secret.TryCreate(text, out var secret) ? secret : null;

    public ServiceProvider Assemble() => Additions()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(Effective)
        .AddSingleton<ICredentialStore>(Agents)
        .AddSingleton(Stores.Health)
        .AddSingleton(Stores.Access)
        .AddSingleton(Stores.Sessions)
        .AddSingleton<IModelProvider>(Vendor)
        .AddSingleton(new Fingerprints(new byte[32]))
        .AddSingleton(Environment.Object)
        .AddSingleton<RosterSource>()
        .AddSingleton(Listings)
        .AddSingleton<CatalogSource>()
        .AddChatAuthOwnerNotices()
        .AddSingleton(new StatePaths("/state"))
        .AddSingleton(new StateFileEditor(null, ConfigDirectory, Around, Time))
        .AddSingleton(ChatAuth.Object)
        .BuildServiceProvider();

    private ServiceCollection Additions()
    {
        var services = new ServiceCollection();
        foreach (var check in Checks) services.AddSingleton(check);
        if (Borrowed is not null)
        {
            services.AddSingleton<ICredentialSource>(Borrowed).AddSingleton<IAccountIdentity>(Identity).AddSingleton<IIdFactory, CountingIds>().AddChatAuthImportUpdates();
        }
        Further(services);
        // What was added before wins, and what Assemble adds.
        services.AddChatAuthInMemory().AddChatAuthCore();
        return services;
    }

    /// <summary>What a command line did.</summary>
    internal sealed record Run(int ExitCode, string Output, string Error)
    {
        public string All => Output + Error;
    }
}
