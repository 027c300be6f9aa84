using System.Net;
using System.Text;
using ChatAuth.Channels.Discord;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels.Discord;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;
using Discord;
using Discord.Net.Rest;
using Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.DiscordNet.Tests;

/// <summary>A Discord of our own with a bot of Discord.Net on it that opens no socket: interactions come to its own web server, the library verifies them, and ChatAuth is asked first.</summary>
internal sealed class RestStage : IDiscordStage
{
    private readonly bool _asksDiscord;
    private readonly WebApplication _web;

    private RestStage(FakeDiscordServer server, TestWorld world, bool asksDiscord)
    {
        (Server, World, _asksDiscord) = (server, world, asksDiscord);
        Client = new(new DiscordRestConfig { RestClientProvider = _ => DefaultRestClientProvider.Instance($"{new Uri(server.BaseUrl, "api/v10/")}"), UseInteractionSnowflakeDate = false });
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.Run(TakeAsync);
    }

    public FakeDiscordServer Server { get; }

    public FakeDiscordGuild Guild { get; private set; } = null!;

    public TestWorld World { get; }

    public DiscordRestClient Client { get; }

    /// <summary>What the bot does with an interaction that ChatAuth leaves to it.</summary>
    public Func<RestInteraction?, string> Bot { get; set; } = interaction => interaction is RestPingInteraction ping ? ping.AcknowledgePing() : "";

    /// <param name="configure">What is particular about the settings.</param>
    /// <param name="options">What is particular about the bridge.</param>
    /// <param name="prepare">What Discord knows before the bot comes.</param>
    /// <param name="services">What is particular about the bot.</param>
    /// <param name="asksDiscord">The library asks for guild and channel with every interaction, as it does where nobody says otherwise.</param>
    public static async Task<RestStage> StartAsync(
        Func<ChatAuthSettings, ChatAuthSettings>? configure = null, Action<DiscordNetOptions>? options = null, Action<FakeDiscordServer>? prepare = null,
        Action<IServiceCollection>? services = null, bool asksDiscord = false)
    {
        // A request that overtook its response is repeated at once.
        var time = new FakeTime { PassesAtOnce = TimeSpan.FromSeconds(0.5) };
        var server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Time = time, RateLimits = false, OverlooksUnknownFields = true });
        prepare?.Invoke(server);
        var world = new TestWorld(configure, all =>
        {
            services?.Invoke(all);
            all.AddChatAuthDiscordNet(bridge =>
            {
                bridge.BaseUrl = new Uri(server.BaseUrl, "api/v10");
                options?.Invoke(bridge);
            });
        }, time);
        var stage = new RestStage(server, world, asksDiscord);
        await stage.JoinAsync();
        stage.Guild = server.AddGuild("guild");
        return stage;
    }

    public Task SettleAsync() => DiscordIdle.ReachAsync(World.Services);

    public async Task TellAgainAsync(FakeDiscordInteraction interaction)
    {
        await interaction.ReplayAsync();
        await World.Services.GetRequiredService<DiscordChannel>().HandleAsync(Encoding.UTF8.GetBytes(interaction.Json));
    }

    public async ValueTask DisposeAsync()
    {
        await SettleAsync();
        await _web.StopAsync();
        await _web.DisposeAsync();
        await Client.DisposeAsync();
        await World.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task JoinAsync()
    {
        Client.UseChatAuth(World.Services);
        await Client.LoginAsync(TokenType.Bot, Server.Token, validateToken: false);
        await Client.RegisterChatAuthAsync(World.Services);
        await _web.StartAsync();
        Server.EndpointUrl = new Uri(_web.Urls.Single());
    }

    private async Task TakeAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        RestInteraction? interaction;
        try
        {
            interaction = await Client.ParseHttpInteractionAsync(
                Server.PublicKey, $"{headers[DiscordEndpoint.SignatureHeader]}", $"{headers[DiscordEndpoint.TimestampHeader]}", body, _ => _asksDiscord);
        }
        catch (Exception unsigned) when (unsigned is BadSignatureException or ArgumentException)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var answer = await World.Services.GetRequiredService<DiscordIntake>().TryAnswerAsync(interaction) ?? Bot(interaction);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer);
    }
}
