using System.Text;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels.Discord;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using Discord;
using Discord.Net.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>A Discord of our own with a bot of Discord.Net on it, which was given ChatAuth: the real client, its socket and its requests on loopback.</summary>
internal sealed class SocketStage : IDiscordStage
{
    private readonly SemaphoreSlim _interactions = new(0);
    private readonly SemaphoreSlim _opened = new(0);

    private SocketStage(FakeDiscordServer server, TestWorld world, BaseSocketClient client)
    {
        (Server, World, Client) = (server, world, client);
    }

    public FakeDiscordServer Server { get; }

    public FakeDiscordGuild Guild { get; private set; } = null!;

    public TestWorld World { get; }

    public BaseSocketClient Client { get; }

    /// <param name="configure">What is particular about the settings.</param>
    /// <param name="options">What is particular about the bridge.</param>
    /// <param name="prepare">What Discord knows before the bot comes.</param>
    /// <param name="isSharded">The bot has a client of two connections.</param>
    public static async Task<SocketStage> StartAsync(
        Func<ChatAuthSettings, ChatAuthSettings> configure, Action<DiscordNetOptions>? options = null, Action<FakeDiscordServer>? prepare = null, bool isSharded = false)
    {
        // A request that overtook its response is repeated at once.
        var time = new FakeTime { PassesAtOnce = TimeSpan.FromSeconds(0.5) };
        var server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time, RateLimits = false, OverlooksUnknownFields = true, Shards = isSharded ? 2 : 1 });
        prepare?.Invoke(server);
        var world = new TestWorld(configure, services => services.AddChatAuthDiscordNet(bridge =>
        {
            bridge.BaseUrl = new Uri(server.BaseUrl, "api/v10");
            options?.Invoke(bridge);
        }), time);
        BaseSocketClient client = isSharded ? new DiscordShardedClient(ConfigOf(server)) : new DiscordSocketClient(ConfigOf(server));
        var stage = new SocketStage(server, world, client);
        await stage.JoinAsync();
        stage.Guild = server.AddGuild("guild");
        return stage;
    }

    /// <summary>Everything of the client goes to the fake.</summary>
    public static DiscordSocketConfig ConfigOf(FakeDiscordServer server) => new()
    {
        RestClientProvider = _ => DefaultRestClientProvider.Instance($"{new Uri(server.BaseUrl, "api/v10/")}"),
        GatewayHost = $"{server.GatewayUrl}",
        GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages | GatewayIntents.MessageContent,
        UseInteractionSnowflakeDate = false,
    };

    public Task SettleAsync() => DiscordIdle.ReachAsync(World.Services);

    public async Task TellAgainAsync(FakeDiscordInteraction interaction)
    {
        while (_interactions.Wait(0)) { }
        Server.Tell("INTERACTION_CREATE", interaction.Json);
        Assert.That(await _interactions.WaitAsync(TimeSpan.FromSeconds(15)), "The client heard of it.");
        await World.Services.GetRequiredService<DiscordChannel>().HandleAsync(Encoding.UTF8.GetBytes(interaction.Json));
    }

    public async ValueTask DisposeAsync()
    {
        await SettleAsync();
        await Client.StopAsync();
        await Client.DisposeAsync();
        await World.DisposeAsync();
        await Server.DisposeAsync();
        _interactions.Dispose();
        _opened.Dispose();
    }

    private async Task JoinAsync()
    {
        Client.UseChatAuth(World.Services);
        Client.InteractionCreated += _ =>
        {
            _interactions.Release();
            return Task.CompletedTask;
        };
        CountOpenings();
        await Client.LoginAsync(TokenType.Bot, Server.Token, validateToken: false);
        await Client.StartAsync();
        for (var steps = OpensIn(); steps > 0; steps--) Assert.That(await _opened.WaitAsync(TimeSpan.FromSeconds(15)), "The client is ready.");
        await Server.WaitForRequestAsync(FakeDiscordRoutes.GetCommands);
        await RegisteredAsync();
    }

    /// <summary>Every connection stands, and is ready: in either order.</summary>
    private int OpensIn() => Client is DiscordShardedClient ? 4 : 2;

    private void CountOpenings()
    {
        if (Client is DiscordSocketClient one)
        {
            one.Connected += OpenedAsync;
            one.Ready += OpenedAsync;
        }
        else if (Client is DiscordShardedClient many)
        {
            many.ShardConnected += _ => OpenedAsync();
            many.ShardReady += _ => OpenedAsync();
        }
    }

    private Task OpenedAsync()
    {
        _opened.Release();
        return Task.CompletedTask;
    }

    /// <summary>Until Discord offers both commands.</summary>
    private async Task RegisteredAsync()
    {
        if (Server.CommandsOf().Count(command => $"{command["name"]}" is "model" or "ask") < 2) await Server.WaitForRequestAsync(FakeDiscordRoutes.AddCommand, 2);
    }
}
