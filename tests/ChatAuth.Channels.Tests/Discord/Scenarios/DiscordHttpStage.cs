using System.Text;
using ChatAuth.Channels.Discord;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Contracts.Channels.Discord;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>A Discord of our own with our bot in a guild of it, assembled as a host does: real HTTP on loopback both ways, signatures, and one clock that stands still.</summary>
internal sealed class DiscordHttpStage : IDiscordStage
{
    private readonly InteractionHost _host;

    private DiscordHttpStage(FakeDiscordServer server, TestWorld world, InteractionHost host)
    {
        (Server, World, _host) = (server, world, host);
        Guild = server.AddGuild("guild");
    }

    public FakeDiscordServer Server { get; }

    public FakeDiscordGuild Guild { get; }

    public TestWorld World { get; }

    public DiscordChannel Channel => World.Services.GetRequiredService<DiscordChannel>();

    /// <param name="configure">What is particular about the settings.</param>
    /// <param name="isSlow">No answer is there in time to be direct.</param>
    public static async Task<DiscordHttpStage> StartAsync(Func<ChatAuthSettings, ChatAuthSettings> configure, bool isSlow = false)
    {
        // A request that overtook its response is repeated at once.
        var time = new FakeTime { PassesAtOnce = TimeSpan.FromSeconds(0.5) };
        var server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time, RateLimits = false });
        Secret.TryCreate(server.Token, out var token);
        var settings = new DiscordSettings(server.ApplicationId, server.PublicKey, token!) { BaseUrl = new Uri(server.BaseUrl, "api/v10") };
        var world = new TestWorld(configure, services =>
        {
            if (isSlow) services.AddSingleton(provider => SlowChannel(provider, time));
            services.AddChatAuthDiscord(settings);
        }, time);
        var stage = new DiscordHttpStage(server, world, await InteractionHost.StartAsync(world.Services.GetRequiredService<DiscordEndpoint>()));
        await stage.JoinAsync();
        return stage;
    }

    /// <summary>Waits until all is said that was promised.</summary>
    public Task SettleAsync() => Channel.WhenIdleAsync(TimeSpan.FromDays(1));

    public async Task TellAgainAsync(FakeDiscordInteraction interaction)
    {
        await interaction.ReplayAsync();
        await Channel.HandleAsync(Encoding.UTF8.GetBytes(interaction.Json));
    }

    public SessionKey KeyOf(FakeDiscordChannel channel) =>
        new("discord", Server.ApplicationId, (channel.Parent ?? channel).Id, channel.Parent is null ? null : channel.Id);

    public async ValueTask DisposeAsync()
    {
        await SettleAsync();
        foreach (var service in World.Services.GetServices<IHostedService>()) await service.StopAsync(default);
        await _host.DisposeAsync();
        await World.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static DiscordChannel SlowChannel(IServiceProvider provider, FakeTime time) => new(
        new LateChatAuth(provider.GetRequiredService<IChatAuth>(), time), provider.GetRequiredService<ICompletionSource>(), provider.GetRequiredService<IDiscordSender>(), time: time);

    /// <summary>The commands are registered, and Discord takes the endpoint.</summary>
    private async Task JoinAsync()
    {
        foreach (var service in World.Services.GetServices<IHostedService>()) await service.StartAsync(default);
        await Server.WaitForRequestAsync(FakeDiscordRoutes.SetCommands);
        await Server.SetEndpointAsync(_host.Url);
    }
}
