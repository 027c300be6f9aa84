using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Telegram;

/// <summary>
/// A Bot API over HTTP on loopback for one bot. It refuses what Telegram refuses, in Telegram's words, and tells updates in Telegram's
/// form. Tests act as the people (<see cref="AddPerson"/>, <see cref="AddGroup"/>, <see cref="FakeChat"/>) and look at what they see. Thread-safe.
/// </summary>
public sealed partial class FakeTelegramServer : IAsyncDisposable
{
    private readonly TelegramWorld _world;
    private readonly WebhookSender _webhook;
    private WebApplication? _app;

    private FakeTelegramServer(FakeTelegramOptions options)
    {
        _world = new TelegramWorld(options);
        _webhook = new WebhookSender(_world);
        Token = $"{options.BotId}:AAFAKE-token-of-the-fake-Telegram-0";
    }

    /// <summary>Where it listens; <c>/bot…</c> follows. It stays the same when the server falls and comes back.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The bot's token: visibly false, of the right shape.</summary>
    public string Token { get; }

    public long BotId => _world.Bot.Id;

    /// <summary>The bot's name, without the <c>@</c>.</summary>
    public string BotUsername => _world.Bot.Username!;

    public FakeUser Bot => _world.Bot;

    public bool CanReadAllGroupMessages => _world.Options.CanReadAllGroupMessages;

    /// <summary>What shall go wrong.</summary>
    public TelegramFaults Faults { get; } = new();

    /// <summary>Requests and updates that do not fit the specification, and what the fake was asked for and does not know. Tests hold it empty; without the specification they are reported as skipped.</summary>
    public IReadOnlyList<string> Defects
    {
        get
        {
            MissingSpec.Report(_world.Spec, "telegram-bot-api.json");
            return [.. _world.Defects];
        }
    }

    public static async Task<FakeTelegramServer> StartAsync(FakeTelegramOptions? options = null)
    {
        var server = new FakeTelegramServer(options ?? new FakeTelegramOptions());
        await server.ListenAsync();
        return server;
    }

    /// <summary>Dies: every connection breaks, and none is taken. All that it knows stays.</summary>
    public async Task DieAsync()
    {
        if (_app is not { } app) return;
        _app = null;
        SetDown(true);
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Comes back at the same address.</summary>
    public Task ComeBackAsync() => _app is null ? ListenAsync() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        await _webhook.DisposeAsync();
    }

    private void SetDown(bool isDown)
    {
        lock (_world.Gate) _world.IsDown = isDown;
        _world.Updates.Changed.Pulse();
    }

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, BaseUrl.Port));
        _app = builder.Build();
        _app.Run(new TelegramEndpoint(_world, Faults, Token).HandleAsync);
        await _app.StartAsync();
        BaseUrl = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        SetDown(false);
    }
}
