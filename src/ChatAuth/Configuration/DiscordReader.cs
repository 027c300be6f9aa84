using ChatAuth.Channels.Discord;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>Reads the section <c>Discord</c> of a configuration that was checked, and the secret that it names.</summary>
internal static class DiscordReader
{
    /// <summary>Whether a bot is meant: anything that only it has is set.</summary>
    public static bool IsMeant(DiscordOptions written, ProcessEnvironment environment) =>
        !string.IsNullOrEmpty(written.ApplicationId) || !string.IsNullOrEmpty(written.PublicKey)
        || NamedSecret.DiscordToken.IsNamed(written.Token, written.TokenFile, environment);

    /// <exception cref="ChatAuthException"><see cref="ErrorCode.ConfigurationInvalid"/>: something is missing, or the token's file is not as it must be.</exception>
    public static DiscordSettings Read(ChatAuthConfiguration loaded, ProcessEnvironment environment)
    {
        var written = loaded.Options.Discord;
        var problems = DiscordCheck.FindMissing(written).ToList();
        var token = new SecretSource(loaded, environment, problems).Find(NamedSecret.DiscordToken, written.Token, written.TokenFile);
        if (problems.Count > 0) throw new ChatAuthException(ErrorCode.ConfigurationInvalid, string.Join('\n', problems));
        return new DiscordSettings(written.ApplicationId!, string.IsNullOrEmpty(written.PublicKey) ? null : written.PublicKey, token!)
        {
            Transport = DiscordCheck.TryReadTransport(written.Transport, out var transport) ? transport : default,
            BaseUrl = new Uri(written.BaseUrl), Guilds = [.. written.Guilds], Hosts = [.. HostsOf(loaded)],
        };
    }

    /// <summary>Where none is configured, a proxy names the address, and its own name is anybody's guess.</summary>
    private static IEnumerable<string> HostsOf(ChatAuthConfiguration loaded) => loaded.Settings.Hosts.Count == 0 ? []
        : [.. loaded.Settings.Hosts, loaded.Settings.Listen.Host, .. Uri.TryCreate(loaded.Options.Telegram.Webhook.Url, UriKind.Absolute, out var webhook) ? [webhook.Host] : Array.Empty<string>()];
}
