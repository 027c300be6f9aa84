using System.Text.Json;
using ChatAuth.Channels.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>Has Discord know the slash commands, written only where they differ: it counts what is written.</summary>
/// <param name="sender">What carries requests to Discord.</param>
/// <param name="guilds">The guilds to register in, where commands can be used at once; empty registers them for everybody.</param>
/// <param name="readiness">Told when Discord has them: before that nobody can type them.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets that Discord did not take them; null for none.</param>
internal sealed partial class DiscordRegistration(
    IDiscordSender sender, IReadOnlyList<string> guilds, ChannelReadiness readiness, TimeProvider time, ILogger<DiscordRegistration>? log = null) : BackgroundService
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>Writes what differs; false when Discord did not take it all.</summary>
    public async Task<bool> RegisterAsync(CancellationToken cancellationToken)
    {
        if (await ApplicationAsync(cancellationToken).ConfigureAwait(false) is not { } application) return false;
        if (guilds.Count == 0) return await RegisterAsync(application, null, DiscordCommands.Global, cancellationToken).ConfigureAwait(false);
        var done = true;
        foreach (var guild in guilds) done &= await RegisterAsync(application, guild, DiscordCommands.ForGuild, cancellationToken).ConfigureAwait(false);
        return done;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatedWork.UntilDoneAsync(TryAsync, Later, time, stoppingToken);

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var isDone = await RegisterAsync(cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            readiness.Ready();
            return true;
        }
        if (log is not null) LogNotRegistered(log);
        readiness.NotReady("Discord did not take the commands");
        return false;
    }

    private async Task<string?> ApplicationAsync(CancellationToken cancellationToken) =>
        await sender.SendAsync(new DiscordRequest.GetApplication(), cancellationToken).ConfigureAwait(false) is DiscordAnswer.Done { Result: { ValueKind: JsonValueKind.Object } of }
            && of.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;

    private async Task<bool> RegisterAsync(string application, string? guild, IReadOnlyList<DiscordCommand> commands, CancellationToken cancellationToken)
    {
        var known = await sender.SendAsync(new DiscordRequest.GetCommands(application, guild), cancellationToken).ConfigureAwait(false);
        if (known is not DiscordAnswer.Done { Result: var result }) return false;
        if (RegisteredCommands.Are(result, commands)) return true;
        return await sender.SendAsync(new DiscordRequest.SetCommands(application, guild, commands), cancellationToken).ConfigureAwait(false) is DiscordAnswer.Done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not take the commands: the token may be wrong, or Discord out of reach; trying again")]
    private static partial void LogNotRegistered(ILogger log);
}
