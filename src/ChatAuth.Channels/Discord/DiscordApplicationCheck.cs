using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Discord;

/// <summary>Whether Discord knows the bot's token, and whether what is configured is that application's.</summary>
/// <param name="find">Finds the bot; null where none is configured.</param>
/// <param name="connect">Makes what carries the question.</param>
internal sealed class DiscordApplicationCheck(Func<DiscordSettings?> find, Func<DiscordSettings, IDiscordSender> connect) : ICheck
{
    private const string Portal = "https://discord.com/developers/applications";

    public string Name => "discord-application";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (find() is not { } settings)
            return new CheckResult.Skipped("No Discord bot is configured: set Discord:ApplicationId, Discord:PublicKey, and CHATAUTH__DISCORD__TOKEN or Discord:TokenFile.");
        if (settings.Transport is DiscordTransport.Http && !Ed25519.IsAvailable)
            return Found("signature-unavailable", FindingSeverity.Error, ErrorCode.SignatureUnavailable.Message, ErrorCode.SignatureUnavailable.Remedy);
        return await connect(settings).SendAsync(new DiscordRequest.GetApplication(), cancellationToken).ConfigureAwait(false) switch
        {
            DiscordAnswer.Done done when DiscordApplication.TryRead(done.Result, out var application) => Compare(settings, application),
            DiscordAnswer.Refused { Status: 401 } => Found(
                "discord-token-refused", FindingSeverity.Error, "Discord does not know the bot's token.", $"Reset the token at {Portal} (Bot), and set CHATAUTH__DISCORD__TOKEN to it."),
            _ => Found("discord-unreachable", FindingSeverity.Error, "Discord does not answer.", "Check the network, and Discord:BaseUrl where it is set."),
        };
    }

    private static CheckResult Compare(DiscordSettings settings, DiscordApplication application)
    {
        if (application.Id != settings.ApplicationId)
            return Found("discord-application-other", FindingSeverity.Error, "The bot's token is that of another application.", $"Set Discord:ApplicationId to {application.Id}, or the token to that application's.");
        if (settings.PublicKey is { } key && !application.Has(key))
            return Found("discord-public-key-other", FindingSeverity.Error, "The public key is that of another application: every interaction would be refused.", $"Set Discord:PublicKey to {application.VerifyKey}.");
        if (settings.Transport is DiscordTransport.Socket)
        {
            return string.IsNullOrEmpty(application.InteractionsEndpointUrl)
                ? new CheckResult.Passed("The application answers, and interactions come over the socket.")
                : Found("discord-endpoint-set", FindingSeverity.Error, "Discord brings interactions to an address, and none to the socket.", $"Remove the Interactions Endpoint URL at {Portal}, or set Discord:Transport to http.");
        }
        if (string.IsNullOrEmpty(application.InteractionsEndpointUrl))
            return Found("discord-endpoint-unset", FindingSeverity.Warning, "Discord has no address to bring interactions to.", $"Enter the public https address of the gateway's /discord/interactions at {Portal} (Interactions Endpoint URL).");
        if (settings.Hosts.Count > 0 && !settings.Hosts.Contains(HostOf(application.InteractionsEndpointUrl), StringComparer.OrdinalIgnoreCase))
            return Found("discord-endpoint-other", FindingSeverity.Warning, "Discord brings interactions to a host that the gateway is not called by.", $"Name its host in Gateway:Hosts, or enter the gateway's own at {Portal} (Interactions Endpoint URL).");
        return new CheckResult.Passed("The application answers, and interactions are brought over HTTP.");
    }

    private static string? HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;

    private static CheckResult.Found Found(string code, FindingSeverity severity, string message, string remedy) =>
        new([new Finding(code, severity, message, remedy)]);
}
