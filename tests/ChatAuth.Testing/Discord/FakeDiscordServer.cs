using System.Net;
using ChatAuth.Testing.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Discord;

/// <summary>
/// Discord on loopback for one application, which hears of interactions by HTTP or over a socket. It refuses what Discord refuses, in Discord's words.
/// Tests act as the people (<see cref="AddPerson"/>, <see cref="AddGuild"/>, <see cref="FakeDiscordChannel"/>) and look at what they see. Thread-safe.
/// </summary>
public sealed partial class FakeDiscordServer : IAsyncDisposable
{
    private readonly DiscordWorld _world;
    private WebApplication? _app;

    private FakeDiscordServer(FakeDiscordOptions options) => _world = new DiscordWorld(options);

    /// <summary>Where it listens; <c>api/v10/…</c> follows. It stays the same when the server falls and comes back.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The bot's token: visibly false.</summary>
    public string Token { get; } = "FAKE.token.of-the-fake-Discord-0000";

    public string ApplicationId => _world.Options.ApplicationId;

    /// <summary>What proves that an interaction is from here: 32 bytes in hexadecimal, another for each server.</summary>
    public string PublicKey => _world.Key.PublicKey;

    public FakeDiscordUser Bot => _world.Bot;

    /// <summary>What shall go wrong.</summary>
    public FakeDiscordFaults Faults { get; } = new();

    /// <summary>
    /// What does not fit the specification, answers that failed, and what Discord lets pass but nobody can have meant. Tests hold it
    /// empty; without the specification they are reported as skipped.
    /// </summary>
    public IReadOnlyList<string> Defects
    {
        get
        {
            MissingSpec.Report(_world.Spec, "discord-openapi.json");
            return [.. _world.Defects];
        }
    }

    public static async Task<FakeDiscordServer> StartAsync(FakeDiscordOptions? options = null)
    {
        var server = new FakeDiscordServer(options ?? new FakeDiscordOptions());
        await server.ListenAsync();
        return server;
    }

    /// <summary>Dies: every connection breaks, and none is taken. All that it knows stays.</summary>
    public async Task DieAsync()
    {
        if (_app is not { } app) return;
        _app = null;
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Comes back at the same address.</summary>
    public Task ComeBackAsync() => _app is null ? ListenAsync() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        _world.Dispose();
    }

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, BaseUrl.Port));
        _app = builder.Build();
        var rest = new RestEndpoint(_world, Faults, Token);
        _app.UseWebSockets();
        _app.Run(http => http.WebSockets.IsWebSocketRequest ? _world.Hub.ServeAsync(http, Token) : rest.HandleAsync(http));
        await _app.StartAsync();
        BaseUrl = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _world.GatewayUrl = $"{GatewayUrl}";
    }
}
