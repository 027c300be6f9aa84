using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>Two people, a group and its thread, a clock that jumps, vendors that fail and credentials that come and go: one random step after the other, judged after each.</summary>
internal sealed class RandomWalk : IAsyncDisposable
{
    private const long Alice = 1;
    private const long Bob = 2;
    private const string AlicesOwn = "anthropic:alice";

    private static readonly string[] Profiles = ["anthropic:plan", "anthropic:second", "anthropic:api", AlicesOwn, "openai:api", "openai:spare", "google:api"];

    private static readonly string[] Commands =
    [
        "/model", "/model 2", "/model 5", "/model list anthropic", "/model status", "/model why", "/model history", "/model help",
        "/model opus", "/model sonnet", "/model gpt", "/model gemini", "/model opus@plan", "/model opus@anthropic:api", "/model @second", "/model @alice",
        "/model gpt@spare", "/model opus@plam", "/model @nobody", "/model gpt@plan", "/model openai/unlisted", "/opus", "/gpt@spare",
        "/model sonnet@second for 2h", "/model gpt for 1d", "/model @api for 5m", "/model opus@plan for 1d ?", "/model gpt ?",
        "/model reset", "/model unpin", "/model inherit", "/model undo", "/model undo", "/model allow", "/model allow", "/model allow session", "/model allow never",
        "/model deny", "/model test", "/model test opus@api", "/model test gpt", "/model claim 0000-0000", "/model status now", "/opus@plan why?", "/gpt why?",
        "/gpt@spare why?", "/sonnet why?",
    ];

    private readonly Random _random;
    private readonly TestWorld _world;
    private readonly WalkOracle _oracle;
    private readonly List<Turn> _turns = [];

    public RandomWalk(int seed, Action<IServiceCollection>? stores = null)
    {
        _random = new Random(seed);
        _world = new TestWorld(Configure, stores);
        _oracle = new WalkOracle(_world);
        Store();
    }

    /// <summary>What was done, for the message of a failure.</summary>
    public List<string> Trace { get; } = [];

    public async Task StepAsync()
    {
        switch (_random.Next(100))
        {
            case < 30: await TakeAsync(new Turn(Pick(Commands), Somebody())); break;
            case < 60: await TakeAsync(new Turn($"question {_turns.Count}", Somebody())); break;
            case < 70 when _turns.Count > 0: await RepeatAsync(_turns[_random.Next(Math.Max(0, _turns.Count - 20), _turns.Count)]); break;
            case < 84: Disturb(); break;
            case < 92: Replace(); break;
            case < 94: await BeginAnewAsync(); break;
            default: Jump(); break;
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static Core.Hosting.ChatAuthSettings Configure(Core.Hosting.ChatAuthSettings settings) => settings with
    {
        AccessRules = [new AccessRule("group", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100"))],
        Profiles = Profiles.Select(ProfileId.Parse).ToDictionary(id => id, id => new ProfileSettings(
            id, null, null, null, new ProfileAudience(id.ToString() == AlicesOwn ? [new Person("telegram", Alice)] : null, null, true))),
        Catalog = new Core.Models.ModelCatalog(
            settings.Catalog.Models, settings.Catalog.Default, [Core.Models.ModelRef.Parse("openai/gpt-5.2")]),
    };

    /// <summary>A command or a question, and at once its second delivery now and then.</summary>
    private async Task TakeAsync(Turn turn)
    {
        Note(turn);
        var handled = await _oracle.JudgeAsync(turn.Context, turn.Text, SayAsync);
        _turns.Add(turn with { Applied = handled is HandleResult.Handled { Reply: CommandReply.ChoiceChanged { Changed: true } } });
        if (_random.Next(4) == 0) await _oracle.JudgeRepeatAsync(turn.Context, turn.Text, SayAsync);
    }

    /// <summary>A late second delivery: what was applied is known for ever; of the rest nothing is known, so that it counts as new.</summary>
    private async Task RepeatAsync(Turn turn)
    {
        Note(turn);
        if (turn.Applied) await _oracle.JudgeRepeatAsync(turn.Context, turn.Text, SayAsync);
        else await _oracle.JudgeAsync(turn.Context, turn.Text, SayAsync);
    }

    private void Note(Turn turn) => Trace.Add($"{turn.Context.Asker.Person} in {turn.Context.Asker.Conversation}, {turn.Context.Cause}: {turn.Text}");

    /// <summary>Everybody goes back to the default, everything works again, and an order stands: where nobody has pinned, payers change by themselves.</summary>
    private async Task BeginAnewAsync()
    {
        foreach (var profile in Profiles) _world.Vendor.Fail(profile, null);
        Store();
        foreach (var thread in (string?[])[null, "5"])
        {
            await TakeAsync(new Turn(thread is null ? "/model reset" : "/model inherit", _world.Shared(Alice, thread: thread)));
            await TakeAsync(new Turn("question after all", _world.Shared(Alice, thread: thread)));
        }
    }

    private void Store() => _world.Credentials
        .Login("anthropic:plan").Login("anthropic:second", _world.Time.GetUtcNow().AddDays(3)).Key("anthropic:api").Login(AlicesOwn)
        .Key("openai:api").Key("openai:spare").Key("google:api").Order("anthropic", "anthropic:plan", "anthropic:second", "anthropic:api");

    private async Task<(HandleResult Handled, AskResult? Asked)> SayAsync(CommandContext context, string text)
    {
        var handled = await _world.Handle(text, context);
        if (handled is not HandleResult.AskModel ask) return (handled, null);
        if (_random.Next(10) == 0) Replace();
        return (handled, await _world.Chat.AskAsync(context, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice));
    }

    private CommandContext Somebody() => _world.Shared(_random.Next(2) == 0 ? Alice : Bob, thread: _random.Next(3) == 0 ? "5" : null);

    private void Disturb()
    {
        var profile = Pick(Profiles);
        _world.Vendor.PartsBeforeFailure = _random.Next(4) == 0 ? 1 : 0;
        var reset = _random.Next(2) == 0 ? _world.Time.GetUtcNow().AddHours(_random.Next(1, 400_000)) : (DateTimeOffset?)null;
        Func<Exception>? failure = _random.Next(10) switch
        {
            0 or 1 => () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit, reset),
            2 => () => new VendorException(ErrorCode.VendorRefused, FailureReason.Auth),
            3 => () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing),
            4 or 7 => () => new VendorException(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true),
            5 => () => new VendorException(ErrorCode.RequestRefused, null),
            6 => () => new InvalidOperationException("a client that breaks its promise"),
            _ => null,
        };
        _world.Vendor.Fail(profile, failure);
        Trace.Add($"{profile} {(failure is null ? "heals" : $"fails: {failure().Message}")}");
    }

    private void Replace()
    {
        var profile = Pick(Profiles);
        Trace.Add($"change of {profile}");
        switch (_random.Next(5))
        {
            case 0: _world.Credentials.Remove(profile); break;
            case 1: _world.Credentials.Key(profile, $"fake-other-{_random.Next(3)}"); break;
            case 2: _world.Credentials.Login(profile, signIn: $"fake-sign-in-{_random.Next(3)}"); break;
            case 3: _world.Credentials.Order("anthropic", [.. _random.GetItems(Profiles[..4], 2)]); break;
            default: _world.Credentials.Order("anthropic").Key(profile); break;
        }
    }

    private void Jump()
    {
        TimeSpan[] jumps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2), TimeSpan.FromDays(1), -TimeSpan.FromDays(1)];
        var by = _random.Next(20) == 0 ? TimeSpan.FromDays(365 * (_random.Next(2) == 0 ? 30 : -30)) : jumps[_random.Next(jumps.Length)];
        if (_world.Time.GetUtcNow().Year is < 1950 or > 2150) by = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) - _world.Time.GetUtcNow();
        _world.Time.Advance(by);
        Trace.Add($"clock {by}");
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private sealed record Turn(string Text, CommandContext Context, bool Applied = false);
}
