using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord;

/// <summary>Something that a person did with the application, and what came of it. Thread-safe.</summary>
public sealed partial class FakeDiscordInteraction
{
    internal const int Command = 2;
    internal const int Component = 3;
    internal const int Autocomplete = 4;

    private readonly DiscordWorld _world;
    private readonly List<FakeDiscordMessage> _followUps = [];
    private readonly int _editsBefore;

    internal FakeDiscordInteraction(
        DiscordWorld world, FakeDiscordUser person, FakeDiscordChannel channel, int type, IReadOnlyDictionary<string, string> owners)
    {
        _world = world;
        Person = person;
        Channel = channel;
        Type = type;
        Owners = owners;
        Id = world.NextId();
        Token = $"FAKE-interaction-token-of-{Id}";
        CreatedAt = world.Time.GetUtcNow();
    }

    public string Id { get; }

    /// <summary>What answers it; visibly false.</summary>
    public string Token { get; }

    /// <summary>2 a command, 3 a component, 4 a completion.</summary>
    public int Type { get; }

    public FakeDiscordUser Person { get; }

    public FakeDiscordChannel Channel { get; }

    /// <summary>The message whose component it was; null for a command.</summary>
    public FakeDiscordMessage? Message
    {
        get;
        internal init
        {
            field = value;
            _editsBefore = value?.EditCount ?? 0;
        }
    }

    /// <summary>What Discord tells the application: what <c>DiscordChannel.HandleAsync</c> takes.</summary>
    public string Json { get; internal set; } = "";

    /// <summary>What the application answered at once; null while it did not.</summary>
    public JsonObject? Response { get; internal set; }

    /// <summary>What the person is told when it failed: "The application did not respond"; null while it did not fail.</summary>
    public string? Failure { get; private set; }

    /// <summary>The completions offered; empty for none, and for anything else than a completion.</summary>
    public IReadOnlyList<FakeDiscordChoice> Choices { get; internal set; } = [];

    /// <summary>
    /// The answer as it looks now: for type 4 and 5 a new message, for 6 and 7 the one with the component; null while there is none.
    /// </summary>
    public FakeDiscordMessage? Original { get; internal set; }

    /// <summary>Further messages, in order.</summary>
    public IReadOnlyList<FakeDiscordMessage> FollowUps
    {
        get { lock (_world.Gate) return [.. _followUps]; }
    }

    /// <summary>The answer, then the further messages.</summary>
    public IReadOnlyList<FakeDiscordMessage> Messages => Original is { } original ? [original, .. FollowUps] : FollowUps;

    internal DateTimeOffset CreatedAt { get; }

    /// <summary>Who installed the application as it is used here: 0 a guild, 1 a user.</summary>
    internal IReadOnlyDictionary<string, string> Owners { get; }

    internal bool IsAcknowledged => Response is not null;

    /// <summary>The application was told, and its answer is awaited.</summary>
    internal bool IsOnItsWay { get; private set; }

    internal Signal Changed { get; } = new();

    /// <summary>Waits until there is an answer that was not deferred, or whose edit has come, and returns it.</summary>
    /// <exception cref="TimeoutException">There is none in time (15 seconds where none is named).</exception>
    public Task<FakeDiscordMessage> WaitForAnswerAsync(TimeSpan? timeout = null) =>
        WaitForAsync(message => !message.IsThinking && (message != Message || message.EditCount > _editsBefore), timeout);

    /// <summary>Waits until one of its messages looks like this.</summary>
    /// <exception cref="TimeoutException">None does in time.</exception>
    public Task<FakeDiscordMessage> WaitForAsync(Func<FakeDiscordMessage, bool> looks, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => Messages.FirstOrDefault(looks), timeout, () => $"{this} shows:\n{string.Join('\n', Messages)}");

    /// <summary>Waits until there are so many further messages, and returns them.</summary>
    /// <exception cref="TimeoutException">There are fewer in time.</exception>
    public Task<IReadOnlyList<FakeDiscordMessage>> WaitForFollowUpsAsync(int count = 1, TimeSpan? timeout = null) =>
        Changed.UntilAsync(() => FollowUps is { } all && all.Count >= count ? all : null, timeout, () => $"{this} has {FollowUps.Count} follow-ups.");

    public override string ToString() => $"Interaction {Id} of {Person} in {Channel}{(Failure is { } failure ? $": {failure}" : "")}";

    /// <summary>The token can still edit and follow up.</summary>
    internal bool IsAlive => Failure is null && _world.Time.GetUtcNow() - CreatedAt < FakeDiscordLimits.TokenLife;

    internal void Fail(string reason)
    {
        Failure = "The application did not respond";
        _world.Report([$"{this} ({reason})"]);
        Changed.Pulse();
    }

    /// <summary>Shows "is thinking…" to all, or to the person only.</summary>
    internal void Think(bool onlyFor) =>
        Original = Channel.Add(_world.Bot, new DiscordMessageContent("") { Flags = DiscordMessageContent.Loading }, this, onlyFor ? Person : null);

    internal void Add(FakeDiscordMessage followUp)
    {
        _followUps.Add(followUp);
        Changed.Pulse();
    }
}
