using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Configuration;

/// <summary>The layers of one installation, before they are merged.</summary>
/// <param name="Shipped">The shipped default.</param>
/// <param name="Host">The host's, lowest first.</param>
/// <param name="File">What <c>chatauth.json</c> says.</param>
/// <param name="Environment">What the environment says.</param>
/// <param name="StateDirectory">Where the state is; absolute, and perhaps not there yet.</param>
internal sealed record LayeredConfiguration(
    ConfigurationNode Shipped, IReadOnlyList<ConfigurationNode> Host, ConfigurationNode File, ConfigurationNode Environment, string StateDirectory)
{
    /// <summary>Reads every layer but <see cref="File"/>, which says nothing yet.</summary>
    /// <param name="host">The host's configuration; null for none.</param>
    /// <param name="stateDirectoryOverride">The state directory, before what anything else says; null to look for it.</param>
    /// <param name="environment">The process around.</param>
    public static LayeredConfiguration Read(IConfiguration? host, string? stateDirectoryOverride, ProcessEnvironment environment)
    {
        var layers = new LayeredConfiguration(
            ConfigurationLayers.ReadShipped(), [.. ConfigurationLayers.ReadHost(host)], ConfigurationNode.Nothing,
            ConfigurationLayers.ReadEnvironment(environment.Variables), "");
        var configured = layers.Merge().Find("Storage", "StateDirectory");
        return layers with { StateDirectory = StateLocation.Find(stateDirectoryOverride, environment, configured) };
    }

    /// <summary>Merges and validates them.</summary>
    /// <exception cref="Core.Errors.ChatAuthException"><see cref="Core.Errors.ErrorCode.ConfigurationInvalid"/>; the detail has one line for each problem.</exception>
    public ChatAuthConfiguration Bind()
    {
        var problems = new List<string>();
        var options = new ChatAuthOptions();
        new ConfigurationBuilder().AddInMemoryCollection(KeyCheck.Accept(Merge().Leaves(), problems)).Build().Bind(options);
        problems.AddRange(TelegramCheck.FindProblems(options.Telegram));
        problems.AddRange(DiscordCheck.FindProblems(options.Discord));
        return new(ChatAuthSettingsReader.Read(options, problems), options, StateDirectory);
    }

    /// <summary>The topmost place that says something about a key, whose word counts; null where none does.</summary>
    /// <param name="key">The key, such as <c>Model:Default</c>.</param>
    public ConfigurationPlace? FindPlace(string key)
    {
        var path = key.Split(':');
        return Says(Environment) ? ConfigurationPlace.Environment
            : Says(File) ? ConfigurationPlace.StateFile
            : Host.Any(Says) ? ConfigurationPlace.Host
            : Says(Shipped) ? ConfigurationPlace.Shipped
            : null;

        bool Says(ConfigurationNode layer) => layer.FindNode(path) is not null;
    }

    private ConfigurationNode Merge() => Host.Prepend(Shipped).Append(File).Append(Environment).Aggregate((lower, upper) => lower.Under(upper));
}
