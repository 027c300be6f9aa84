using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace ChatAuth.Configuration;

/// <summary>The layers that are not a file of the state directory; each is what stands under <c>ChatAuth</c> there.</summary>
internal static class ConfigurationLayers
{
    /// <summary>The section that is ours in every source.</summary>
    public const string Section = "ChatAuth";

    private const string EnvironmentPrefix = "CHATAUTH__";

    /// <summary>The lowest layer: the <c>appsettings.json</c> that this assembly carries.</summary>
    public static ConfigurationNode ReadShipped()
    {
        using var stream = typeof(ConfigurationLayers).Assembly.GetManifestResourceStream("ChatAuth.appsettings.json")!;
        return ConfigurationNode.Read(LoadJson(stream), Section);
    }

    /// <summary>The host's layers, lowest first: each provider is one; a configuration that hides its providers is one.</summary>
    public static IEnumerable<ConfigurationNode> ReadHost(IConfiguration? host) => host switch
    {
        null => [],
        IConfigurationRoot root => root.Providers.SelectMany(provider => provider is ChainedConfigurationProvider chained
            ? ReadHost(chained.Configuration)
            : [ConfigurationNode.Read(provider, Section)]),
        _ => [ConfigurationNode.Read(host.GetSection(Section))],
    };

    /// <summary>The highest layer: <c>CHATAUTH__AUTH__CONSENT__SAMEBILLING</c> and the like.</summary>
    public static ConfigurationNode ReadEnvironment(IReadOnlyDictionary<string, string> variables)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            if (name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
                values[$"{Section}:{name[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal)}"] = value;
        }
        return ConfigurationNode.Read(new MemoryConfigurationProvider(new() { InitialData = values }), Section);
    }

    /// <summary>Reads JSON as every .NET host does: comments and trailing commas are accepted.</summary>
    public static JsonStreamConfigurationProvider LoadJson(Stream stream)
    {
        var provider = new JsonStreamConfigurationProvider(new() { Stream = stream });
        provider.Load();
        return provider;
    }
}
