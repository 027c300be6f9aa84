using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Imports;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>An installation of Clawdbot on this machine. It is read, and nothing in it is run, followed or changed.</summary>
public sealed class ClawdbotDirectory
{
    private const string Configuration = "clawdbot.json";
    private const int MostAgents = 64;
    private readonly string _path;
    private readonly List<string> _faults = [];
    private readonly List<UnmappedKey> _unmapped = [];

    private ClawdbotDirectory(string path) => _path = path;

    /// <summary>Where it is usually; null where nothing is there.</summary>
    /// <param name="home">The user's home directory; empty for none.</param>
    /// <param name="variables">The environment variables.</param>
    public static string? Find(string home, IReadOnlyDictionary<string, string> variables)
    {
        var named = variables.GetValueOrDefault("CLAWDBOT_STATE_DIR");
        var path = string.IsNullOrWhiteSpace(named) ? Path.Join(home, ".clawdbot")
            : named.StartsWith("~/", StringComparison.Ordinal) ? Path.Join(home, named[2..])
            : named;
        return Path.IsPathFullyQualified(path) && Holds(path) ? path : null;
    }

    /// <summary>Whether a directory looks like one.</summary>
    /// <param name="path">The directory.</param>
    public static bool Holds(string path) => File.Exists(Path.Join(path, Configuration)) || Directory.Exists(Path.Join(path, "agents"));

    /// <summary>Reads it. What is wrong with it is in the result; nothing is thrown.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="borrowed">Profiles that other programs bring in by themselves, such as <c>anthropic:claude-cli</c>.</param>
    public static ClawdbotReading Read(string path, IReadOnlyCollection<ProfileId> borrowed) => new ClawdbotDirectory(Path.GetFullPath(path)).Read(borrowed);

    private ClawdbotReading Read(IReadOnlyCollection<ProfileId> borrowed)
    {
        var settings = new ClawdbotSettings();
        var keys = new List<StoredCredential>();
        Open(Configuration, root =>
        {
            settings = new SettingsMap(root).Read();
            keys.AddRange(new ConfiguredKeys(root).Read());
            _unmapped.AddRange(root.Ledger.ListUnmapped(root.Value));
        });
        if (File.Exists(Path.Join(_path, ".env"))) _unmapped.Add(new(".env", UnmappedReason.Secret));
        var agents = ReadAgents(borrowed, keys).Select(agent => Bind(agent, settings)).ToList();
        return new(_path, settings, agents, _unmapped, _faults);
    }

    private List<ClawdbotAgent> ReadAgents(IReadOnlyCollection<ProfileId> borrowed, List<StoredCredential> keys)
    {
        var main = ReadAgent(AgentId.Main, borrowed) ?? new(AgentId.Main, [], new Dictionary<ProviderId, IReadOnlyList<ProfileId>>());
        main = main with { Accounts = [.. main.Accounts, .. keys.Where(key => main.Accounts.All(kept => !HaveOneSecret(kept.Entry, key))).Select(key => new ClawdbotAccount(key))] };
        var others = ListAgents().Where(agent => !agent.IsMain).Select(agent => ReadAgent(agent, borrowed)).OfType<ClawdbotAgent>()
            .Select(agent => agent with { Accounts = [.. agent.Accounts.Where(own => main.Accounts.All(kept => kept.Entry.Id != own.Entry.Id || !HaveOneSecret(kept.Entry, own.Entry)))] });
        return [.. others.Prepend(main).Where(agent => agent.Accounts.Count + agent.Orders.Count > 0)];
    }

    private List<AgentId> ListAgents()
    {
        try
        {
            var names = Directory.EnumerateDirectories(Path.Join(_path, "agents")).Take(MostAgents).Select(path => Path.GetFileName(path));
            return [.. names.Where(name => AgentId.TryParse(name, out _)).Order(StringComparer.Ordinal).Select(name => AgentId.TryParse(name, out var agent) ? agent : default)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return []; // There are none, or none that this user may see.
        }
    }

    private ClawdbotAgent? ReadAgent(AgentId agent, IReadOnlyCollection<ProfileId> borrowed)
    {
        ClawdbotAgent? read = null;
        Open(Path.Join("agents", agent.Name, "agent", "auth-profiles.json"), root =>
        {
            read = new(agent, [.. new KeptProfiles(root, borrowed).Read()], CredentialReader.Read(root.Value, "").Orders);
            root.Find("profiles")?.Take();
            _unmapped.AddRange(root.Ledger.ListRefused().Select(key => key with { Path = $"agents.{agent}.{key.Path}" }));
        });
        return read;
    }

    /// <summary>A key stays with the address that it was sent to there.</summary>
    private static ClawdbotAgent Bind(ClawdbotAgent agent, ClawdbotSettings settings) => agent with
    {
        Accounts = [.. agent.Accounts.Select(account => account with
        {
            Entry = account.Entry with
            {
                Origin = EndpointOrigin.Of(account.Entry.Provider, settings.Endpoints.FirstOrDefault(endpoint => endpoint.Provider == account.Entry.Provider)?.BaseUrl),
            },
        })],
    };

    private static bool HaveOneSecret(StoredCredential one, StoredCredential other) =>
        one.Provider == other.Provider && ForeignSecret.Of(one.Credential) is { } secret && secret.Equals(ForeignSecret.Of(other.Credential));

    private void Open(string name, Action<ForeignNode> read)
    {
        var (found, why) = new LoginFile(_path, Path.Join(_path, name)).Read();
        if (why is not null) _faults.Add($"{name}: {why}.");
        if (found is null) return;
        try
        {
            using var document = LooseJson.Parse(found.Json.Span);
            if (document.RootElement.ValueKind is JsonValueKind.Object) read(new(document.RootElement, KeyPath.Root, new KeyLedger()));
            else _faults.Add($"{name}: it is not one object.");
        }
        catch (FormatException wrong)
        {
            _faults.Add($"{name}, {wrong.Message}: it is not JSON5.");
        }
        catch (JsonException)
        {
            _faults.Add($"{name}: it is not JSON5.");
        }
    }
}
