using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Contracts.Channels.Telegram;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A Telegram of our own with our bot on it: real HTTP on loopback, and one clock that stands still.</summary>
internal sealed class TelegramStage : ITelegramStage
{
    private readonly List<TelegramProcess> _processes = [];
    private readonly TelegramStageOptions _options;

    private TelegramStage(FakeTelegramServer server, TestWorld world, TelegramStageOptions options)
    {
        (Server, _options) = (server, options);
        _processes.Add(new TelegramProcess(world));
    }

    public FakeTelegramServer Server { get; }

    /// <summary>The process that was started last.</summary>
    public TelegramProcess Process => _processes[^1];

    public TestWorld World => Process.World;

    public static async Task<TelegramStage> StartAsync(TelegramStageOptions? options = null)
    {
        options ??= new TelegramStageOptions();
        var time = new FakeTime();
        var server = await FakeTelegramServer.StartAsync(options.Server with { Time = time });
        var world = new TestWorld(options.Configure, services =>
        {
            options.Services?.Invoke(services, server);
            Add(services, options, server);
        }, time);
        var stage = new TelegramStage(server, world, options);
        if (options.Starts) await stage.Process.StartAsync();
        return stage;
    }

    /// <summary>Another process of the same installation; the one before goes on unless it is stopped.</summary>
    public async Task<TelegramProcess> StartAnotherAsync(Action<IServiceCollection>? services = null)
    {
        var process = new TelegramProcess(World.Again(collection =>
        {
            services?.Invoke(collection);
            Add(collection, _options, Server);
        }));
        _processes.Add(process);
        await process.StartAsync();
        return process;
    }

    /// <summary>Waits until the bot has dealt with all that happened.</summary>
    public Task SettleAsync() => Server.WaitUntilConfirmedAsync();

    public Task TellAgainAsync(long updateId)
    {
        Server.Redeliver(updateId);
        return Task.CompletedTask;
    }

    /// <summary>What holds in a chat.</summary>
    public async Task<SessionState> ChosenAsync(FakeChat chat, FakeTopic? topic = null) =>
        (await World.Sessions.LoadAsync(KeyOf(chat, topic), null, default)).Effective;

    /// <summary>The model that was selected in a chat; null for the default.</summary>
    public async Task<string?> ModelAsync(FakeChat chat, FakeTopic? topic = null) => (await ChosenAsync(chat, topic)).Model.Selected?.Model;

    /// <summary>Who served what, in order.</summary>
    public IEnumerable<string> Served => World.Vendor.Seen.Select(seen => $"{seen.Profile}: {seen.Text}");

    public SessionKey KeyOf(FakeChat chat, FakeTopic? topic = null) =>
        new("telegram", $"{Server.BotId}", FormattableString.Invariant($"{chat.Id}"), topic is null ? null : FormattableString.Invariant($"{topic.ThreadId}"));

    /// <summary>Lets everybody do everything in a chat.</summary>
    public Task AdmitAsync(FakeChat chat, Rights rights = Rights.All) => World.Access.SaveRuleAsync(
        new AccessRule($"{chat.Id}", false, rights, null, null, TestWorld.Pattern($"{KeyOf(chat)}")), default);

    /// <summary>A person who may do everything in their private chat, which is open.</summary>
    public async Task<(FakeUser Person, FakeChat Chat)> OwnerAsync(string name = "Ann")
    {
        var person = Server.AddPerson(name);
        var chat = Server.PrivateChat(person).AlreadyOpen();
        await AdmitAsync(chat);
        return (person, chat);
    }

    /// <summary>Somebody writes, and the bot deals with it.</summary>
    public async Task<FakeMessage> SayAsync(FakeChat chat, FakeUser person, string text, FakeTopic? topic = null, FakeMessage? replyTo = null)
    {
        var message = chat.Write(person, text, topic, replyTo);
        await SettleAsync();
        return message;
    }

    /// <summary>Somebody taps, and the bot deals with it.</summary>
    public async Task<FakeTap> TapAsync(FakeChat chat, FakeUser person, FakeMessage message, string label)
    {
        var tap = chat.TapLabel(person, message, label);
        await SettleAsync();
        return tap;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes)) await process.StopAsync();
        foreach (var process in Enumerable.Reverse(_processes)) await process.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static void Add(IServiceCollection services, TelegramStageOptions options, FakeTelegramServer server)
    {
        services.AddSingleton(options.Channel);
        Secret.TryCreate(options.Token ?? server.Token, out var token);
        services.AddChatAuthTelegram(options.Settings(new TelegramSettings(token!) { BaseUrl = server.BaseUrl, KeepsPace = false }));
    }
}
