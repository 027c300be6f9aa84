using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Variables;

/// <summary>
/// The process's variables, then <c>.env</c>, then the login shell: a provider's key is taken from the first place that has one. Values stay in memory
/// and are never put into an environment.
/// </summary>
internal sealed class EnvironmentKeys : IEnvironmentKeys
{
    private readonly ChatAuthSettings _settings;
    private readonly EnvFile _file;
    private readonly Lazy<FoundVariables> _process;
    private readonly Lazy<FoundVariables> _shell;
    private volatile Kept? _kept;

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
        if (_kept is { } kept && ReferenceEquals(kept.File, file)) return kept.Reading;
        var reading = Combine(file);
        _kept = new Kept(file, reading);
        return reading;
    }

    private EnvironmentReading Combine(FoundVariables file)
    {
        var credentials = new List<StoredCredential>();
        List<string> faults = [.. _process.Value.Faults, .. file.Faults];
        var without = new List<ProviderVariables>();
        foreach (var provider in ProviderVariables.All)
        {
            if ((Find(provider, "process", _process.Value) ?? Find(provider, ".env", file)) is { } found) credentials.Add(found);
            else without.Add(provider);
        }
        if (!_settings.LoginShell || !without.Exists(IsInUse)) return new EnvironmentReading(credentials, faults) { Warnings = file.Warnings };

        var keys = new List<string>();
        foreach (var provider in without)
        {
            if (Find(provider, LoginShell.Place, _shell.Value) is not { } found) continue;
            credentials.Add(found);
            keys.Add(found.Source[(LoginShell.Place.Length + 1)..]);
        }
        return new EnvironmentReading(credentials, [.. faults, .. _shell.Value.Faults]) { Warnings = file.Warnings, ShellAsked = true, ShellKeys = keys };
    }

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

    private sealed record Kept(FoundVariables File, EnvironmentReading Reading);
}
