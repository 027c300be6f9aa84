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
        var layers = LayeredConfiguration.Read(host, stateDirectoryOverride, environment);
        return (layers with { File = StateFile.Read(layers.StateDirectory) }).Bind();
    }
}
