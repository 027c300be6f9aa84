using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.DiscordNet;

/// <summary>When the host starts: uses the client that the bot added to its services.</summary>
internal sealed class ClientFinder(IServiceProvider services, DiscordNetBridge bridge) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        BaseSocketClient? client = (BaseSocketClient?)services.GetService<DiscordSocketClient>() ?? services.GetService<DiscordShardedClient>();
        if (client is not null) bridge.Serve(client);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
