using ChatAuth.Channels.Discord;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.DiscordNet;

/// <summary>A bot that is nothing but ChatAuth: opens the socket with the host, and hands in what comes.</summary>
/// <param name="client">The client, not yet logged in; it is this bot's alone.</param>
/// <param name="settings">The bot.</param>
/// <param name="intake">Takes interactions in.</param>
/// <param name="log">Gets what the library complains of; of an exception its type only, because its text may quote what was sent.</param>
internal sealed partial class DiscordSocketBot(DiscordSocketClient client, DiscordSettings settings, DiscordIntake intake, ILogger<DiscordSocketBot>? log = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        client.Log += WriteAsync;
        client.Connected += () => Tell(intake.Connected);
        client.Disconnected += _ => Tell(intake.Disconnected);
        client.InteractionCreated += interaction => Tell(() => intake.TryTake(LibraryInteraction.Read(interaction, interaction.InteractionChannel)));
        await client.LoginAsync(TokenType.Bot, settings.Token.Reveal(), validateToken: false).ConfigureAwait(false);
        await client.StartAsync().ConfigureAwait(false);
    }

    /// <summary>Nothing new comes; what is under way is answered without the socket.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await client.StopAsync().ConfigureAwait(false);
        await client.LogoutAsync().ConfigureAwait(false);
    }

    /// <summary>The socket waits for its handlers: none of ours makes it.</summary>
    private static Task Tell(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    private Task WriteAsync(LogMessage message)
    {
        if (log is not null && message.Severity <= LogSeverity.Warning) LogComplaint(log, message.Source, message.Exception?.GetType().Name ?? message.Message);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The socket to Discord: {Source}: {Complaint}")]
    private static partial void LogComplaint(ILogger log, string source, string complaint);
}
