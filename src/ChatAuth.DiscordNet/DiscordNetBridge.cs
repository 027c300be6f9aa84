using ChatAuth.Channels.Discord;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace ChatAuth.DiscordNet;

/// <summary>What a client tells is handed in; nothing of it waits, because the library's connection waits for its handlers.</summary>
internal sealed partial class DiscordNetBridge(DiscordIntake intake, LibrarySender sender, DiscordNetOptions options, ILogger<DiscordNetBridge>? log = null)
{
    /// <summary>Once for each client.</summary>
    /// <exception cref="InvalidOperationException">Another client is served.</exception>
    public void Serve(IDiscordClient client)
    {
        if (!sender.Use(client)) return;
        if (client is not BaseSocketClient socket)
        {
            // Interactions come to the bot's own web server, of which nothing is known here.
            intake.Connected();
            return;
        }
        socket.InteractionCreated += interaction =>
        {
            Take(interaction, interaction.InteractionChannel);
            return Task.CompletedTask;
        };
        switch (socket)
        {
            case DiscordSocketClient one:
                one.Ready += () => RegisterBesideAsync(one);
                one.Connected += () => Connected(isConnected: true);
                one.Disconnected += _ => Connected(isConnected: false);
                break;
            case DiscordShardedClient many:
                // Of a sharded client itself the library lists no commands.
                many.ShardReady += shard => shard == many.Shards.First() ? RegisterBesideAsync(shard) : Task.CompletedTask;
                many.ShardConnected += _ => Connected(many.Shards.All(shard => shard.ConnectionState is ConnectionState.Connected));
                many.ShardDisconnected += (_, _) => Connected(isConnected: false);
                break;
        }
    }

    /// <summary>Hands an interaction in where it is ours.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="channel">Where it happened; null where the library does not know.</param>
    /// <returns>Whether it is ours.</returns>
    public bool Take(IDiscordInteraction interaction, IChannel? channel) => intake.TryTake(LibraryInteraction.Read(interaction, channel));

    /// <summary>It goes on beside: the library is not to wait for it.</summary>
    private Task RegisterBesideAsync(IDiscordClient client)
    {
        if (options.RegisterCommands) _ = RegisterAsync(client);
        return Task.CompletedTask;
    }

    private Task Connected(bool isConnected)
    {
        if (isConnected) intake.Connected();
        else intake.Disconnected();
        return Task.CompletedTask;
    }

    private async Task RegisterAsync(IDiscordClient client)
    {
        try
        {
            await CommandRegistration.RegisterAsync(client, options, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is HttpException or HttpRequestException or TimeoutException or OperationCanceledException)
        {
            // The next time that the client is ready it is tried again.
            if (log is not null) LogUnregistered(log, (failed as HttpException)?.HttpCode.ToString() ?? failed.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The commands are not registered: {Reason}")]
    private static partial void LogUnregistered(ILogger log, string reason);
}
