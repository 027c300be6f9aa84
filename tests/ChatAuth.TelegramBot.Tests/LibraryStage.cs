using System.Text.Json;
using ChatAuth.Core.Hosting;
using ChatAuth.Testing.Contracts.Channels.Telegram;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>A Telegram of our own with a bot of Telegram.Bot on it, which was given ChatAuth: the real client, polling and sending on loopback.</summary>
internal sealed class LibraryStage : ITelegramStage
{
    private readonly CancellationTokenSource _stopped = new();
    private Task _polling = Task.CompletedTask;

    private LibraryStage(FakeTelegramServer server, TestWorld world, TelegramBotClient client)
    {
        (Server, World, Client) = (server, world, client);
    }

    public FakeTelegramServer Server { get; }

    public TestWorld World { get; }

    public TelegramBotClient Client { get; }

    /// <summary>What was left to the bot, in order.</summary>
    public List<Update> Left { get; } = [];

    /// <summary>What the bot's own error handler was told.</summary>
    public List<Exception> Errors { get; } = [];

    /// <param name="configure">What is particular about the settings.</param>
    /// <param name="bridge">What is particular about the bridge.</param>
    /// <param name="fake">What is particular about Telegram.</param>
    /// <param name="polls">The bot polls; else nobody tells it of updates.</param>
    public static async Task<LibraryStage> StartAsync(
        Func<ChatAuthSettings, ChatAuthSettings>? configure = null, Action<TelegramBotOptions>? bridge = null, FakeTelegramOptions? fake = null, bool polls = true)
    {
        var time = new FakeTime();
        var server = await FakeTelegramServer.StartAsync((fake ?? new FakeTelegramOptions { FloodLimit = false }) with { Time = time });
        var client = new TelegramBotClient(new TelegramBotClientOptions(server.Token, $"{server.BaseUrl}") { RetryThreshold = 0 });
        var stage = new LibraryStage(server, new TestWorld(configure, services => services.AddSingleton<ITelegramBotClient>(client).AddChatAuthTelegramBot(bridge), time), client);
        if (polls) stage._polling = client.ReceiveAsync(new DefaultUpdateHandler(stage.HandleAsync, stage.FailAsync), cancellationToken: stage._stopped.Token);
        return stage;
    }

    /// <summary>What a bot of its author's does with an update.</summary>
    public async Task HandleAsync(ITelegramBotClient client, Update update, CancellationToken cancellationToken)
    {
        if (await client.TryHandleAsync(update, World.Services, cancellationToken)) return;
        lock (Left) Left.Add(update);
    }

    public async Task SettleAsync()
    {
        await Server.WaitUntilConfirmedAsync();
        await IdleAsync();
    }

    /// <summary>Waits until all that was handed in is dealt with.</summary>
    public Task IdleAsync() => TelegramIdle.ReachAsync(World.Services);

    public Task TellAgainAsync(long updateId) =>
        HandleAsync(Client, Server.Updates.Select(Read).Last(update => update.Id == updateId), default);

    /// <summary>An update as the library reads it.</summary>
    public static Update Read(string json) => JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;

    public async ValueTask DisposeAsync()
    {
        await IdleAsync();
        await _stopped.CancelAsync();
        await _polling;
        await World.DisposeAsync();
        await Server.DisposeAsync();
        _stopped.Dispose();
    }

    private Task FailAsync(ITelegramBotClient client, Exception exception, HandleErrorSource source, CancellationToken cancellationToken)
    {
        lock (Errors) Errors.Add(exception);
        return Task.CompletedTask;
    }
}
