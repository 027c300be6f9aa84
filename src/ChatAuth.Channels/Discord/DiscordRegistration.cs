using ChatAuth.Channels.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>Has Discord know the slash commands, written only where they differ: it counts what is written.</summary>
/// <param name="sender">What carries requests to Discord.</param>
/// <param name="settings">The bot; what is configured of it must be what Discord says of the token's application.</param>
/// <param name="readiness">Told when Discord has them: before that nobody can type them.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Gets why they are not registered; null for none.</param>
internal sealed partial class DiscordRegistration(
    IDiscordSender sender, DiscordSettings settings, ChannelReadiness readiness, TimeProvider time, ILogger<DiscordRegistration>? log = null) : BackgroundService
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>Writes what differs; false when that is not done.</summary>
    public async Task<bool> RegisterAsync(CancellationToken cancellationToken)
    {
        if (await FindProblemAsync(cancellationToken).ConfigureAwait(false) is not { } problem)
        {
            readiness.Ready();
            return true;
        }
        if (log is not null && readiness.Problem != problem) LogProblem(log, problem);
        readiness.NotReady(problem);
        return false;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RepeatedWork.UntilDoneAsync(RegisterAsync, Later, time, stoppingToken);

    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        switch (await sender.SendAsync(new DiscordRequest.GetApplication(), cancellationToken).ConfigureAwait(false))
        {
            case DiscordAnswer.Done done when DiscordApplication.TryRead(done.Result, out var application):
                if (application.Id != settings.ApplicationId) return "the token is that of another application than Discord:ApplicationId";
                if (settings.PublicKey is { } key && !application.Has(key)) return "Discord:PublicKey is that of another application: every interaction would be refused";
                break;
            case DiscordAnswer.Refused { Status: 401 }:
                return "Discord does not know the token";
            default:
                return "Discord is out of reach";
        }
        // Beside a guild's own, a global command of its name would stand there twice.
        var everywhere = settings.Guilds.Count > 0 ? DiscordCommands.Direct : DiscordCommands.Global;
        var isDone = await RegisterAsync(null, everywhere, cancellationToken).ConfigureAwait(false);
        foreach (var guild in settings.Guilds) isDone &= await RegisterAsync(guild, DiscordCommands.ForGuild, cancellationToken).ConfigureAwait(false);
        return isDone ? null : "Discord did not take the commands";
    }

    private async Task<bool> RegisterAsync(string? guild, IReadOnlyList<DiscordCommand> commands, CancellationToken cancellationToken)
    {
        var known = await sender.SendAsync(new DiscordRequest.GetCommands(settings.ApplicationId, guild), cancellationToken).ConfigureAwait(false);
        if (known is not DiscordAnswer.Done { Result: var result }) return false;
        if (RegisteredCommands.Are(result, commands)) return true;
        return await sender.SendAsync(new DiscordRequest.SetCommands(settings.ApplicationId, guild, commands), cancellationToken).ConfigureAwait(false) is DiscordAnswer.Done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The commands are not registered: {Problem}; trying again")]
    private static partial void LogProblem(ILogger log, string problem);
}
