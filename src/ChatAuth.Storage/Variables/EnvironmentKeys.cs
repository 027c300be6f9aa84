using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Variables;

/// <summary>
/// The process's variables, then <c>.env</c>, then the login shell: a provider's key is taken from the first place that has one. Values stay in memory
/// and are never put into an environment. Reading never waits for the shell: until it was asked and has answered, it has no keys.
/// </summary>
internal sealed class EnvironmentKeys : IEnvironmentKeys
{
    private readonly ChatAuthSettings _settings;
    private readonly EnvFile _file;
    private readonly Lazy<FoundVariables> _process;
    private readonly Lazy<FoundVariables> _shell;
    private volatile Kept? _kept;
    private volatile bool _isShellAsked;

    public EnvironmentKeys(ChatAuthSettings settings, StateDirectory state, FileStoreOptions options, TimeProvider time)
        : this(settings, new EnvFile(state, options, time), Environment.GetEnvironmentVariable, new LoginShell(time)) { }

    internal EnvironmentKeys(ChatAuthSettings settings, EnvFile file, Func<string, string?> process, LoginShell shell)
    {
        _settings = settings;
        _file = file;
        _process = new(() => FoundVariables.In("process", process));
        _shell = new(shell.Ask);
    }

    public EnvironmentReading Read()
    {
        var file = _file.Read();
        var isShellAsked = _isShellAsked;
        if (_kept is { } kept && ReferenceEquals(kept.File, file) && kept.IsShellAsked == isShellAsked) return kept.Reading;
        var reading = Combine(file, isShellAsked);
        _kept = new Kept(file, isShellAsked, reading);
        return reading;
    }

    /// <summary>Asks the login shell where the operator wants it and a provider of the catalog has no key elsewhere. It can take 5 seconds, the first time.</summary>
    public void AskShell()
    {
        if (!_settings.LoginShell || !Without(_file.Read()).Exists(IsInUse)) return;
        _ = _shell.Value;
        _isShellAsked = true;
    }

    private EnvironmentReading Combine(FoundVariables file, bool isShellAsked)
    {
        var credentials = new List<StoredCredential>();
        List<string> faults = [.. _process.Value.Faults, .. file.Faults];
        foreach (var provider in ProviderVariables.All)
        {
            if (FindNear(provider, file) is { } found) credentials.Add(found);
        }
        var without = Without(file);
        if (!isShellAsked || !without.Exists(IsInUse)) return new EnvironmentReading(credentials, faults) { Warnings = file.Warnings };

        var keys = new List<string>();
        foreach (var provider in without)
        {
            if (Find(provider, LoginShell.Place, _shell.Value) is not { } found) continue;
            credentials.Add(found);
            keys.Add(found.Source[(LoginShell.Place.Length + 1)..]);
        }
        return new EnvironmentReading(credentials, [.. faults, .. _shell.Value.Faults]) { Warnings = file.Warnings, ShellAsked = true, ShellKeys = keys };
    }

    private List<ProviderVariables> Without(FoundVariables file)
    {
        var without = new List<ProviderVariables>();
        foreach (var provider in ProviderVariables.All)
        {
            if (FindNear(provider, file) is null) without.Add(provider);
        }
        return without;
    }

    private StoredCredential? FindNear(ProviderVariables provider, FoundVariables file) => Find(provider, "process", _process.Value) ?? Find(provider, ".env", file);

    private static StoredCredential? Find(ProviderVariables provider, string place, FoundVariables found)
    {
        foreach (var name in provider.Names)
        {
            if (!found.Values.TryGetValue(name, out var value)) continue;
            var credential = ProviderVariables.CredentialOf(name, value);
            return new StoredCredential(new ProfileId(provider.Provider, "env"), provider.Provider, credential, Source: $"{place} {name}");
        }
        return null;
    }

    /// <summary>The catalog has a model of it: the shell is not started for a provider that nobody can choose.</summary>
    private bool IsInUse(ProviderVariables provider)
    {
        foreach (var model in _settings.Catalog.Models)
        {
            if (model.Ref.Provider == provider.Provider) return true;
        }
        return _settings.Catalog.Default.Provider == provider.Provider;
    }

    private sealed record Kept(FoundVariables File, bool IsShellAsked, EnvironmentReading Reading);
}
