using System.Collections.Concurrent;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Testing.Fakes;

/// <summary>ChatAuth assembled on fakes: time that stands still, a vendor that writes down what it saw, stores in memory or a test's own.</summary>
public sealed class TestWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _messages;

    public TestWorld(Func<ChatAuthSettings, ChatAuthSettings>? configure = null, Action<IServiceCollection>? services = null, FakeTime? time = null)
        : this(configure?.Invoke(Default) ?? Default, time ?? new FakeTime(), new FakeCredentialStore(), new ScriptedProvider(), new CountingIds(), services)
    {
    }

    private TestWorld(
        ChatAuthSettings settings, FakeTime time, FakeCredentialStore credentials, ScriptedProvider vendor, IIdFactory ids, Action<IServiceCollection>? services)
    {
        (Settings, Time, Credentials, Vendor) = (settings, time, credentials, vendor);
        var collection = new ServiceCollection();
        services?.Invoke(collection);
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(ids);
        collection.AddSingleton(Settings);
        collection.AddSingleton<ICredentialStore>(Credentials);
        collection.AddSingleton<IModelProvider>(Vendor);
        collection.AddSingleton(new Fingerprints(new byte[32]));
        collection.AddSingleton<INoticeSink>(Notices);
        collection.AddChatAuthInMemory();
        collection.AddChatAuthCore();
        _services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Chat = _services.GetRequiredService<IChatAuth>();
    }

    /// <summary>Three vendors, four models, default opus.</summary>
    public static ChatAuthSettings Default { get; } = new()
    {
        Catalog = new ModelCatalog(
            [
                new CatalogModel(ModelRef.Parse("anthropic/claude-opus-4-5"), ["opus"], "Claude Opus 4.5"),
                new CatalogModel(ModelRef.Parse("anthropic/claude-sonnet-4-5"), ["sonnet"], "Claude Sonnet 4.5"),
                new CatalogModel(ModelRef.Parse("openai/gpt-5.2"), ["gpt"], "GPT-5.2"),
                new CatalogModel(ModelRef.Parse("google/gemini-3-pro-preview"), ["gemini"]),
            ],
            ModelRef.Parse("anthropic/claude-opus-4-5"),
            []),
    };

    public ChatAuthSettings Settings { get; }

    public FakeTime Time { get; }

    public FakeCredentialStore Credentials { get; }

    public ScriptedProvider Vendor { get; }

    public RecordingNotices Notices { get; } = new();

    public IChatAuth Chat { get; }

    public ISessionStore Sessions => _services.GetRequiredService<ISessionStore>();

    public IAccessStore Access => _services.GetRequiredService<IAccessStore>();

    /// <summary>All that was assembled.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Another process of the same installation: the same clock, vendor and stores, and nothing of what only this one remembers.</summary>
    public TestWorld Again(Action<IServiceCollection>? services = null, Func<ChatAuthSettings, ChatAuthSettings>? configure = null) =>
        new(configure?.Invoke(Settings) ?? Settings, Time, Credentials, Vendor, _services.GetRequiredService<IIdFactory>(), collection =>
        {
            services?.Invoke(collection);
            collection.TryAddSingleton(Sessions);
            collection.TryAddSingleton(Access);
            collection.TryAddSingleton(_services.GetRequiredService<IHealthStore>());
            collection.TryAddSingleton(_services.GetRequiredService<IDeliveryLedger>());
            collection.TryAddSingleton(_services.GetRequiredService<ILeaseStore>());
            collection.TryAddSingleton(_services.GetRequiredService<INoticeLedger>());
            collection.TryAddSingleton(_services.GetRequiredService<IButtonKeys>());
        })
        {
            _messages = _messages,
        };

    /// <summary>What the background watch does every half minute.</summary>
    public Task RecordEnds() => _services.GetRequiredService<EndedChoices>().RecordAsync(default);

    /// <summary>What another background watch does every half minute.</summary>
    public Task TellOwners() => _services.GetRequiredService<OwnerNotices>().TellAsync(default);

    /// <summary>The pattern of that text.</summary>
    public static ConversationPattern Pattern(string text) =>
        ConversationPattern.TryParse(text, out var pattern) ? pattern : throw new ArgumentException("No pattern.", nameof(text));

    /// <summary>The operator at the terminal.</summary>
    public CommandContext Operator(string session = "main") =>
        Context(new Asker(Person.Operator, SessionKey.Terminal(session), IsPrivate: true, IsOperator: true));

    /// <summary>A person in a private chat.</summary>
    public CommandContext Private(long person, string platform = "telegram") =>
        Context(new Asker(new Person(platform, person), new SessionKey(platform, "7", $"{person}"), IsPrivate: true));

    /// <summary>A person in a conversation of several people, or a thread of it.</summary>
    public CommandContext Shared(long person, string conversation = "-100", string? thread = null) =>
        Context(new Asker(new Person("telegram", person), new SessionKey("telegram", "7", conversation, thread), IsPrivate: false));

    public CommandContext Context(Asker asker) => new()
    {
        Asker = asker, Cause = new ChangeCause($"test:{Interlocked.Increment(ref _messages)}"), SentAt = Time.GetUtcNow(), IsOnlyBot = true,
    };

    public Task<HandleResult> Handle(string text, CommandContext? context = null) => Chat.HandleAsync(context ?? Operator(), text);

    /// <summary>Types a command, and expects a reply.</summary>
    public async Task<CommandReply> Type(string text, CommandContext? context = null) =>
        ((HandleResult.Handled)await Handle(text, context)).Reply;

    public async Task<T> Type<T>(string text, CommandContext? context = null) where T : CommandReply => (T)await Type(text, context);

    /// <summary>Taps what a button hands back, and expects a reply.</summary>
    public async Task<CommandReply> Tap(string token, CommandContext context) =>
        ((HandleResult.Handled)await Chat.TapAsync(context, token)).Reply;

    /// <summary>Taps the button of an action, and expects a reply.</summary>
    public Task<CommandReply> Tap(ReplyAction button, CommandContext context) =>
        Tap(button.Token ?? throw new ArgumentException("It has no button.", nameof(button)), context);

    public async Task<T> Tap<T>(ReplyAction button, CommandContext context) where T : CommandReply => (T)await Tap(button, context);

    /// <summary>Sends a message through both doors, as a bot does.</summary>
    public async Task<AskResult> Ask(string text, CommandContext? context = null, bool stream = false)
    {
        context ??= Operator();
        return await Handle(text, context) switch
        {
            HandleResult.AskModel ask when stream => await ReadAsync(Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice)),
            HandleResult.AskModel ask => await Chat.AskAsync(context, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice),
            HandleResult.Handled handled => new AskResult.Refused(handled.Reply),
            _ => throw new InvalidOperationException("The message was ignored."),
        };
    }

    /// <summary>Sends a message that is expected to be answered.</summary>
    public async Task<AskResult.Answer> Answer(string text, CommandContext? context = null) => await Ask(text, context) switch
    {
        AskResult.Answer answer => answer,
        AskResult.Refused { Reply: CommandReply.Failed failed } => throw new InvalidOperationException($"Refused: {failed.Code}"),
        _ => throw new InvalidOperationException("Refused."),
    };

    /// <summary>Sends a message that is expected to be refused.</summary>
    public async Task<CommandReply.Failed> Refusal(string text, CommandContext? context = null, bool stream = false) =>
        (CommandReply.Failed)((AskResult.Refused)await Ask(text, context, stream)).Reply;

    private static async Task<AskResult> ReadAsync(IAsyncEnumerable<AskUpdate> answer)
    {
        var updates = await answer.ToListAsync();
        return updates[^1] switch
        {
            AskUpdate.Refused refused => new AskResult.Refused(refused.Reply),
            AskUpdate.BrokeOff broken => new AskResult.Refused(broken.Reply),
            AskUpdate.Completed done => new AskResult.Answer(
                updates.OfType<AskUpdate.Part>().Select(part => part.Update).ToChatResponse(), done.Receipt, done.Session, [.. updates.OfType<AskUpdate.Noticed>().Select(told => told.Notice)]),
            _ => throw new InvalidOperationException("A stream ends with a refusal or a receipt."),
        };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Notices that no reply carried.</summary>
public sealed class RecordingNotices : INoticeSink
{
    public ConcurrentQueue<(SessionKey Conversation, Notice Notice)> Told { get; } = new();

    /// <summary>Conversations that cannot be told anything.</summary>
    public HashSet<SessionKey> Unreached { get; } = [];

    public Asker? ReachedAs(SessionKey conversation) =>
        Unreached.Contains(conversation) ? null : new Asker(Person.Operator, conversation, IsPrivate: true, IsOperator: true);

    public Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken)
    {
        Told.Enqueue((conversation, notice));
        return Task.CompletedTask;
    }
}
