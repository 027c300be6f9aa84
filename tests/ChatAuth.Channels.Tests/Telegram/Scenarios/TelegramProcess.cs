using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Telegram;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A process with our bot in it, as a host runs it.</summary>
internal sealed class TelegramProcess(TestWorld world) : IAsyncDisposable
{
    private readonly List<IHostedService> _running = [];

    public TestWorld World => world;

    public ChannelReadiness Readiness => world.Services.GetRequiredService<ChannelReadiness>();

    public TelegramWebhook Webhook => world.Services.GetRequiredService<TelegramWebhook>();

    public async Task StartAsync()
    {
        foreach (var service in world.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
            _running.Add(service);
        }
    }

    /// <summary>Stops as it is asked to.</summary>
    public async Task StopAsync()
    {
        foreach (var service in Enumerable.Reverse(_running)) await service.StopAsync(default);
        _running.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await world.DisposeAsync();
    }
}
