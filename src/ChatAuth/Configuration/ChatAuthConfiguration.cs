using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Configuration;

/// <summary>The configuration of one installation, merged and validated.</summary>
/// <param name="Settings">It as values.</param>
/// <param name="Options">It as written.</param>
/// <param name="StateDirectory">Where the state is; absolute, and perhaps not there yet.</param>
internal sealed record ChatAuthConfiguration(ChatAuthSettings Settings, ChatAuthOptions Options, string StateDirectory)
{
    /// <summary>Reads every layer: the shipped default, the host's, <c>chatauth.json</c>, the environment.</summary>
    /// <param name="host">The host's configuration; null for none.</param>
    /// <param name="stateDirectoryOverride">The state directory, before what anything else says; null to look for it.</param>
    /// <exception cref="Core.Errors.ChatAuthException">
    /// <see cref="Core.Errors.ErrorCode.ConfigurationInvalid"/>; the detail has one line for each problem.
    /// </exception>
    public static ChatAuthConfiguration Load(IConfiguration? host, string? stateDirectoryOverride) =>
        Load(host, stateDirectoryOverride, ProcessEnvironment.Current);

    internal static ChatAuthConfiguration Load(IConfiguration? host, string? stateDirectoryOverride, ProcessEnvironment environment)
    {
        ConfigurationNode[] lower = [ConfigurationLayers.ReadShipped(), .. ConfigurationLayers.ReadHost(host)];
        var variables = ConfigurationLayers.ReadEnvironment(environment.Variables);
        var outside = Merge([.. lower, variables]);
        var stateDirectory = StateLocation.Find(
            stateDirectoryOverride, environment, outside.Find("Storage", "StateDirectory"));
        return Bind(Merge([.. lower, StateFile.Read(stateDirectory), variables]), stateDirectory);
    }

    private static ConfigurationNode Merge(IEnumerable<ConfigurationNode> layers) =>
        layers.Aggregate((lower, upper) => lower.Under(upper));

    private static ChatAuthConfiguration Bind(ConfigurationNode merged, string stateDirectory)
    {
        var problems = new List<string>();
        var options = new ChatAuthOptions();
        new ConfigurationBuilder().AddInMemoryCollection(KeyCheck.Accept(merged.Leaves(), problems)).Build().Bind(options);
        problems.AddRange(TelegramCheck.FindProblems(options.Telegram));
        problems.AddRange(DiscordCheck.FindProblems(options.Discord));
        return new(ChatAuthSettingsReader.Read(options, problems), options, stateDirectory);
    }
}
