using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Models;

/// <summary>Who is asked for models, and what comes of it.</summary>
public sealed class ListingRefresherTests
{
    private ListedWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = new ListedWorld();

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Every_usable_account_is_asked_once_in_stored_order()
    {
        _world.World.Credentials.Key("anthropic:work").Key("openai:team");

        var outcomes = await _world.RefreshAsync();

        Assert.That(outcomes.Select(outcome => outcome.Profile.Id.ToString()), Is.EqualTo(new[] { "anthropic:work", "openai:team" }));
        Assert.That(_world.Lister.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Expired_resting_and_blank_accounts_and_those_without_a_list_are_not_asked()
    {
        var now = _world.World.Time.GetUtcNow();
        _world.Lister.Without.Add(ProviderId.Parse("google"));
        _world.World.Credentials.Token("anthropic:old", now.AddMinutes(-1)).Key("openai:resting").Key("anthropic:blank", " ").Key("google:work")
            .Usage("openai:resting", new ProfileHealth { Errors = 1, LastFailure = now, CooldownUntil = now.AddMinutes(5), Reason = FailureReason.RateLimit });

        Assert.That(await _world.RefreshAsync(), Is.Empty);
        Assert.That(_world.Lister.Asked, Is.Empty);
    }

    [Test]
    public async Task Borrowed_login_is_asked_only_where_its_source_is_accepted()
    {
        var stored = new Core.Credentials.StoredCredential(
            ProfileId.Parse("anthropic:claude-cli"), ProviderId.Parse("anthropic"), new Core.Credentials.Credential.Token(RefreshWorld.SecretOf("fake-token"), null), Source: "claude-cli") { IsImport = true };
        _world.World.Credentials.Put(stored);

        Assert.That(await _world.RefreshAsync(), Is.Empty);
    }

    [Test]
    public async Task Account_that_is_forbidden_or_serves_elsewhere_or_stands_in_no_order_is_not_asked()
    {
        var (team, banned) = (ProfileId.Parse("anthropic:team"), ProfileId.Parse("anthropic:banned"));
        await using var listed = new ListedWorld(settings => settings with
        {
            Profiles = new Dictionary<ProfileId, ProfileSettings> { [team] = new(team, null, null, null, new ProfileAudience(null, [TestWorld.Pattern("space:discord:9")], true)) },
            Rules = [new ProfileRule("no", RuleEffect.Forbid, [banned], [], [], [], [])],
        });
        listed.World.Credentials.Key("anthropic:team").Key("anthropic:banned").Key("anthropic:work").Key("openai:in").Key("openai:out").Order("openai", "openai:in");

        var outcomes = await listed.RefreshAsync();

        Assert.That(outcomes.Select(outcome => outcome.Profile.Id.ToString()), Is.EqualTo(new[] { "anthropic:work", "openai:in" }));
    }

    [TestCase("anthropic/*", 0)]
    [TestCase("anthropic/claude-opus-4-5", 1)]
    public async Task Rule_about_one_model_forbids_no_list(string pattern, int asked)
    {
        await using var listed = new ListedWorld(settings => settings with
        {
            Rules = [new ProfileRule("no", RuleEffect.Forbid, [ProfileId.Parse("anthropic:work")], [pattern], [], [], [])],
        });
        listed.World.Credentials.Key("anthropic:work");

        Assert.That(await listed.RefreshAsync(), Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task Vendor_that_does_not_answer_is_given_up_after_fifteen_seconds()
    {
        _world.World.Credentials.Key("anthropic:work");
        _world.Lister.Before = (_, token) => Task.Delay(Timeout.Infinite, token);

        var refresh = _world.RefreshAsync();
        await _world.World.Time.SomebodyWaitsAsync(ListingRefresher.Patience);
        _world.World.Time.Advance(ListingRefresher.Patience);

        Assert.That((await refresh).Single().Failure, Is.EqualTo(ErrorCode.VendorTimeout));
    }

    [Test]
    public async Task At_most_two_vendors_are_asked_at_once()
    {
        for (var number = 0; number < 8; number++) _world.World.Credentials.Key($"anthropic:a{number}");
        var (here, most, go) = (0, 0, new TaskCompletionSource());
        _world.Lister.Before = async (_, _) =>
        {
            var now = Interlocked.Increment(ref here);
            InterlockedMax(ref most, now);
            if (now == 2) go.TrySetResult();
            await go.Task;
            Interlocked.Decrement(ref here);
        };

        await _world.RefreshAsync();

        Assert.That(most, Is.EqualTo(2));
    }

    [Test]
    public async Task Failure_is_told_with_its_code_and_the_last_list_stays()
    {
        await _world.WithAsync(("anthropic:work", ["claude-x"]));
        _world.Lister.Before = (_, _) => throw new VendorException(ErrorCode.VendorRefused, FailureReason.Auth);

        var outcome = (await _world.RefreshAsync()).Single();

        Assert.That(outcome.Failure, Is.EqualTo(ErrorCode.VendorRefused));
        Assert.That(_world.Cache.Load().Find(outcome.Profile)!.Models.Single().Id, Is.EqualTo("claude-x"));
    }

    [TestCase("request-refused", "listing-unsupported")]
    [TestCase("vendor-lacks-model", "listing-unsupported")]
    [TestCase("vendor-answer-unusable", "listing-unusable")]
    [TestCase("vendor-unavailable", "vendor-unavailable")]
    public async Task Failure_speaks_of_the_list_and_not_of_a_message(string code, string told)
    {
        _world.World.Credentials.Key("anthropic:work");
        _world.Lister.Before = (_, _) => throw new VendorException(ErrorCode.All.Single(known => known.Id == code), null);

        Assert.That((await _world.RefreshAsync()).Single().Failure?.Id, Is.EqualTo(told));
    }

    [Test]
    public async Task Failure_touches_nobodys_health()
    {
        _world.World.Credentials.Key("anthropic:work");
        _world.Lister.Before = (_, _) => throw new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit, _world.World.Time.GetUtcNow().AddHours(1));

        await _world.RefreshAsync();

        Assert.That((await _world.World.Type<Core.Commands.CommandReply.Status>("/model status")).Resolution.Candidates.Single().State, Is.EqualTo(CandidateState.Ready));
    }

    [Test]
    public async Task Login_that_has_ended_is_refreshed_first_and_asked_with_the_new_token()
    {
        var lister = new ScriptedLister();
        await using var world = new RefreshWorld(services: collection => collection.AddSingleton<IModelLister>(lister));
        world.Put(TimeSpan.FromMinutes(-1));

        var outcome = (await world.World.Services.GetRequiredService<ListingRefresher>().RefreshAsync(default, _ => true, default)).Single();

        Assert.That(outcome.Failure, Is.Null);
        Assert.That(lister.Asked.Single().Credential.Bearer!.Reveal(), Is.EqualTo(world.Login.Access!.Reveal()).And.Not.EqualTo("fake-access-0"));
    }

    [Test]
    public async Task Only_wanted_accounts_are_asked()
    {
        _world.World.Credentials.Key("anthropic:work").Key("openai:team");

        await _world.RefreshAsync(profile => profile.Provider.Name == "openai");

        Assert.That(_world.Lister.Asked.Single().Id.ToString(), Is.EqualTo("openai:team"));
    }

    [Test]
    public void Cancelled_look_is_no_finding()
    {
        _world.World.Credentials.Key("anthropic:work");
        using var cancelled = new CancellationTokenSource();
        _world.Lister.Before = async (_, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        Assert.That(async () => await _world.Refresher.RefreshAsync(default, _ => true, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = most)
        {
        }
    }
}
