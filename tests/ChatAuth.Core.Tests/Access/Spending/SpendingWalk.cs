using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>What people do in a random installation; each request that a vendor saw is held against the law of that moment.</summary>
internal sealed class SpendingWalk : IAsyncDisposable
{
    private readonly SpendingHouse _house;
    private readonly TestWorld _world;
    private readonly List<string> _trace = [];

    public SpendingWalk(Random random)
    {
        (Random, _house) = (random, new SpendingHouse(random));
        _world = new TestWorld(_house.Configure);
        foreach (var account in SpendingHouse.Ids)
        {
            if (random.Next(2) == 0) _world.Credentials.Key(account);
            else _world.Credentials.Login(account);
        }
        foreach (var (provider, order) in _house.Law.Orders) _world.Credentials.Order(provider, order);
    }

    public Random Random { get; }

    public SpendingLaw Law => _house.Law;

    /// <summary>How many requests vendors have seen.</summary>
    public int Requests => _world.Vendor.Seen.Count;

    /// <summary>What was done, for the message of a failure.</summary>
    public string Trace => string.Join('\n', _trace.TakeLast(20));

    public async Task BeginAsync()
    {
        foreach (var platform in (string[])["telegram", "discord"]) await _world.Access.SaveOwnerAsync(new Person(platform, SpendingHouse.Owner), true, default);
    }

    public T Any<T>(IReadOnlyList<T> from) => _house.Any(from);

    /// <summary>A message or command, and what a bot does with it.</summary>
    public Task<AskResult> SayAsync(Deed deed, string text) => WatchAsync(deed, text, async context =>
        await AskAsync(context, await _world.Chat.HandleAsync(context, text)));

    /// <summary>The same by the host's own form.</summary>
    public Task<AskResult> FormAsync(Deed deed, string with) => WatchAsync(deed, $"form {with}", async context =>
        await AskAsync(context, await _world.Chat.HandleAsync(context, "hello", with)));

    public Task<AskResult> TapAsync(Deed deed, string token) => WatchAsync(deed, "a tap", async context =>
        await AskAsync(context, await _world.Chat.TapAsync(context, token)));

    /// <summary>A host that hands a choice over without having asked whose it is.</summary>
    public Task<AskResult> HandOverAsync(Deed deed, string model) => WatchAsync(deed, $"{model} handed over", context =>
        _world.Chat.AskAsync(context, Message("hello"), new AskChoice(Core.Models.ModelRef.Parse(model), ProfileId.Parse(deed.Named!))));

    /// <summary>Rights are taken away between the command and the send.</summary>
    public Task<AskResult> SayAndLoseAsync(Deed deed, string text, Rights lost) => WatchAsync(deed, $"{text}, and loses {lost}", async context =>
    {
        var handled = await _world.Chat.HandleAsync(context, text);
        await GrantAsync(new HouseRule(true, lost, deed.Who, false, deed.Where.Names.First()));
        return await AskAsync(context, handled);
    });

    public Task StreamAsync(Deed deed) => WatchAsync(deed, "stream", async context =>
    {
        await foreach (var _ in _world.Chat.AskStreamingAsync(context, Message("hello")))
        {
        }
        return true;
    });

    public Task PlainClientAsync(Deed deed) => WatchAsync(deed, "plain client", async context =>
    {
        try
        {
            await _world.Chat.GetChatClient(context).GetResponseAsync("hello");
        }
        catch (CredentialRefusedException)
        {
            // Whether it was rightly refused is not what is asked here.
        }
        return true;
    });

    public Task GrantAsync(HouseRule rule)
    {
        Law.Granted.RemoveAll(other => (other.Who, other.NeedsRole, other.Where, other.Denies) == (rule.Who, rule.NeedsRole, rule.Where, rule.Denies));
        Law.Granted.Add(rule);
        _trace.Add($"{rule}");
        return _world.Access.SaveRuleAsync(SpendingHouse.RuleOf(rule, $"grant-{Law.Granted.Count}"), default);
    }

    /// <summary>Any grant, or none is left of somebody's.</summary>
    public async Task ChangeGrantsAsync()
    {
        await GrantAsync(_house.AnyRule());
        if (Random.Next(2) == 0 || Law.Granted.Find(rule => rule.Who is not null)?.Who is not { } person) return;
        Law.Granted.RemoveAll(rule => rule.Who == person);
        await _world.Access.DeleteRulesAsync(SpendingHouse.PersonOf(person), null, default);
    }

    public void Fail(string account, bool fails) =>
        _world.Vendor.Fail(account, fails ? () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit) : null);

    public void Wait(TimeSpan time) => _world.Time.Advance(time);

    public async Task MoveAsync()
    {
        Law.HasMoved = true;
        await _world.Chat.MovedAsync(new("telegram", "7", SpendingLaw.OldGroup), new("telegram", "7", SpendingLaw.NewGroup));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<AskResult> AskAsync(CommandContext context, HandleResult handled) => handled switch
    {
        HandleResult.AskModel ask => await _world.Chat.AskAsync(context, Message(ask.Text), ask.Choice),
        HandleResult.Handled { Reply: var reply } => new AskResult.Refused(reply),
        _ => new AskResult.Refused(new CommandReply.Failed(ErrorCode.RightMissing)),
    };

    private async Task<T> WatchAsync<T>(Deed deed, string what, Func<CommandContext, Task<T>> act)
    {
        _trace.Add($"{deed.Who} in {deed.Where}: {what}");
        var before = Requests;
        var context = _world.Context(SpendingHouse.AskerOf(deed.Who, deed.Where)) with { HasButtons = true };

        var result = await act(context);

        foreach (var seen in _world.Vendor.Seen.Skip(before)) await JudgeAsync(deed, context, seen);
        return result;
    }

    private async Task JudgeAsync(Deed deed, CommandContext context, SeenRequest seen)
    {
        var state = (await _world.Sessions.LoadAsync(context.Asker.Conversation, null, default)).Effective;
        var pinned = state.Pins[seen.Model.Provider].OfPerson?.Profile.ToString();
        _trace.Add($"  {seen.Model} by {seen.Profile}, pinned {pinned}");
        Assert.That(Law.Forbids(deed, $"{seen.Model}", $"{seen.Profile}", pinned), Is.Null, $"{deed.Who} has spent {seen.Profile} in {deed.Where}");
        var chosen = state.ModelOr(_world.Settings.Catalog.Default);
        if (deed.Named is null && state.Pins[chosen.Provider].OfPerson is not null) Assert.That(seen.Model.Provider, Is.EqualTo(chosen.Provider), "no fallback under a pin");
    }

    private static ChatMessage[] Message(string text) => [new(ChatRole.User, text)];
}
