using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Diagnostics.Checks;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Moq;

namespace ChatAuth.Core.Tests.Diagnostics.Checks;

/// <summary>An installation in memory for checks to look at, sound until a test breaks it.</summary>
internal sealed class CheckedHost
{
    public CheckedHost() => Stores = new MemoryStores(Time);

    public FakeTime Time { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    public FakeCredentialStore Credentials { get; } = new FakeCredentialStore().Key("anthropic:work");

    public MemoryStores Stores { get; }

    public ChatAuthSettings Settings { get; set; } = new() { Catalog = Models([]) };

    /// <summary>What the environment holds.</summary>
    public EnvironmentReading Environment { get; set; } = EnvironmentReading.Empty;

    public StoredAgents Agents => new(Credentials, new List<IModelProvider>(), () => [AgentId.Main]);

    public SignIn SignIn { get; } = new([]);

    public RosterSource Roster => new(Credentials, Stores.Health, [new ScriptedProvider()], Settings, new Fingerprints(new byte[32]), Mock.Of<IEnvironmentKeys>(keys => keys.Read() == Environment));

    /// <summary>Models of two vendors, of which the first is the default.</summary>
    public static ModelCatalog Models(IReadOnlyList<string> aliases, string? baseUrl = null) => new(
        [new CatalogModel(ModelRef.Parse("anthropic/claude-opus-4-5"), aliases), new CatalogModel(ModelRef.Parse("openai/gpt-5.2"), ["gpt"])],
        ModelRef.Parse("anthropic/claude-opus-4-5"), [],
        endpoints: baseUrl is null ? null : [new ProviderEndpoint(ProviderId.Parse("anthropic"), new Uri(baseUrl), null)]);

    /// <summary>The store of no agent can be read.</summary>
    public void TearStore() => Credentials.Fault = new ChatAuthException(ErrorCode.StoreDamaged, "here");

    /// <summary>The codes that a check finds, with their severities; none when it passes, and a failure when it skips.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ICheck check) => await check.RunAsync(default) switch
    {
        CheckResult.Found found => [.. found.Findings.Select(finding => $"{Kebab.Of(finding.Severity)} {finding.Code}")],
        CheckResult.Passed => [],
        var skipped => throw new AssertionException($"It was {skipped}"),
    };

    /// <summary>The remedies that a check gives.</summary>
    public static async Task<IReadOnlyList<string>> RemediesAsync(ICheck check) =>
        [.. ((CheckResult.Found)await check.RunAsync(default)).Findings.Select(finding => finding.Remedy)];
}
