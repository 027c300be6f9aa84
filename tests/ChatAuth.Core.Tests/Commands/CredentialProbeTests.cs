using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary><c>/model test</c>: by whom, how often, and with what.</summary>
public sealed class CredentialProbeTests
{
    private static readonly AccessRule s_everywhere = new("everywhere", false, Rights.All, null, null, TestWorld.Pattern("telegram:7:-100"));
    private static readonly AccessRule s_privately = new("private", false, Rights.All, null, null, ConversationPattern.Private);
    private TestWorld _world = null!;

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Person_may_test_so_often_in_24_hours_whatever_it_comes_to_and_wherever()
    {
        Open(settings => settings with { ProbesPerDay = 3, AccessRules = [s_privately] });
        await _world.Type<CommandReply.Tested>("/model test", _world.Private(1));
        _world.Time.Advance(TimeSpan.FromHours(1));
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await _world.Type<CommandReply.Tested>("/model test", _world.Private(1));
        await _world.Type<CommandReply.Tested>("/model test", _world.Context(new Asker(new Person("telegram", 1), new SessionKey("telegram", "8", "1"), IsPrivate: true)));

        var refused = await _world.Type<CommandReply.Failed>("/model test", _world.Private(1));
        var other = await _world.Type("/model test", _world.Private(2));

        Assert.That((refused.Code, refused.Until), Is.EqualTo((ErrorCode.ProbeLimit, _world.Time.GetUtcNow().AddHours(23))));
        Assert.That(other, Is.InstanceOf<CommandReply.Tested>());
        Assert.That(_world.Vendor.Seen, Has.Exactly(4).Items);
    }

    [Test]
    public async Task Test_is_possible_again_at_the_moment_that_the_refusal_named()
    {
        Open(settings => settings with { ProbesPerDay = 1 });
        await _world.Type<CommandReply.Tested>("/model test");
        var refused = await _world.Type<CommandReply.Failed>("/model test");

        _world.Time.Set(refused.Until!.Value - TimeSpan.FromSeconds(1));
        var before = await _world.Type("/model test");
        _world.Time.Set(refused.Until.Value);
        var after = await _world.Type("/model test");

        Assert.That(before, Is.InstanceOf<CommandReply.Failed>());
        Assert.That(after, Is.InstanceOf<CommandReply.Tested>());
    }

    [Test]
    public async Task Owner_and_operator_are_counted_too()
    {
        Open(settings => settings with { ProbesPerDay = 1 });
        await _world.Access.SaveOwnerAsync(new Person("telegram", 1), owner: true, default);
        foreach (var context in (CommandContext[])[_world.Private(1), _world.Operator()]) await _world.Type<CommandReply.Tested>("/model test", context);

        var owner = await _world.Type<CommandReply.Failed>("/model test", _world.Private(1));
        var operating = await _world.Type<CommandReply.Failed>("/model test", _world.Operator());

        Assert.That((owner.Code, operating.Code), Is.EqualTo((ErrorCode.ProbeLimit, ErrorCode.ProbeLimit)));
    }

    [Test]
    public async Task Cap_of_0_is_never_and_names_no_time()
    {
        Open(settings => settings with { ProbesPerDay = 0 });

        var refused = await _world.Type<CommandReply.Failed>("/model test");

        Assert.That((refused.Code, refused.Until), Is.EqualTo((ErrorCode.ProbeLimit, (DateTimeOffset?)null)));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Clock_that_was_set_back_by_years_locks_nobody_out()
    {
        Open(settings => settings with { ProbesPerDay = 1 });
        _world.Time.Advance(TimeSpan.FromDays(1000));
        await _world.Type<CommandReply.Tested>("/model test");

        _world.Time.Set(_world.Time.GetUtcNow() - TimeSpan.FromDays(999));

        Assert.That(await _world.Type("/model test"), Is.InstanceOf<CommandReply.Tested>());
    }

    [Test]
    public async Task What_is_not_sent_is_not_counted()
    {
        Open(settings => settings with { ProbesPerDay = 1 });
        for (var slip = 0; slip < 5; slip++) await _world.Type<CommandReply.Failed>("/model test opus@wrok");

        Assert.That(await _world.Type("/model test"), Is.InstanceOf<CommandReply.Tested>());
    }

    [TestCase(Rights.View)]
    [TestCase(Rights.View | Rights.Ask | Rights.Switch)]
    [TestCase(Rights.Pin)]
    public async Task Nobody_tests_without_the_right_to_pin(Rights rights)
    {
        Open(settings => settings with { AccessRules = [s_privately with { Rights = rights }, s_everywhere with { Rights = rights }] });

        foreach (var context in (CommandContext[])[_world.Private(1), _world.Shared(1)])
        {
            foreach (var typed in (string[])["/model test", "/model test @work"])
            {
                Assert.That((await _world.Type<CommandReply.Failed>(typed, context)).Code, Is.EqualTo(ErrorCode.RightMissing));
            }
        }
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Profile_that_is_not_this_persons_or_not_shared_is_never_spent_by_a_test()
    {
        var (work, mine) = (ProfileId.Parse("anthropic:work"), ProfileId.Parse("anthropic:mine"));
        Open(settings => settings with
        {
            AccessRules = [s_privately, s_everywhere],
            Profiles = new Dictionary<ProfileId, ProfileSettings>
            {
                [mine] = new(mine, null, null, null, new ProfileAudience([new Person("telegram", 2)], null, Shared: true)),
                [work] = new(work, null, null, null, ProfileAudience.EveryonePrivately),
            },
        });
        _world.Credentials.Login("anthropic:mine");
        await _world.Type<CommandReply.ChoiceChanged>("/model @mine", _world.Shared(2));

        foreach (var typed in (string[])["/model test", "/model test @mine", "/model test @work", "/model test opus@anthropic:work"])
        {
            Assert.That(await _world.Type(typed, _world.Shared(1)), Is.InstanceOf<CommandReply.Failed>(), typed);
        }
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Login_that_is_due_is_refreshed_before_it_is_tested()
    {
        await using var refresh = new RefreshWorld();
        _world = refresh.Put(TimeSpan.FromMinutes(-1)).World;

        var tested = await _world.Type<CommandReply.Tested>("/model test");

        Assert.That(tested.Failure, Is.Null);
        Assert.That(refresh.Login.Access!.Reveal(), Is.EqualTo("fake-access-1"));
    }

    [Test]
    public async Task Login_that_cannot_be_refreshed_is_refused_unsent_and_uncounted()
    {
        await using var refresh = new RefreshWorld();
        _world = refresh.Put(TimeSpan.FromMinutes(-1)).World;
        refresh.Issuer.Lose(wasSent: false);

        var refused = await _world.Type<CommandReply.Failed>("/model test");

        Assert.That((refused.Code, refused.Profile!.Name), Is.EqualTo((ErrorCode.RefreshUnavailable, RefreshWorld.Work)));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Vendor_that_never_answers_is_given_up_after_a_minute()
    {
        Open(settings => settings);
        _world.Vendor.Until = new TaskCompletionSource().Task;

        var testing = _world.Type<CommandReply.Tested>("/model test");
        await _world.Time.SomebodyWaitsAsync(TimeSpan.FromMinutes(1));
        _world.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await testing).Failure, Is.EqualTo(ErrorCode.VendorTimeout));
    }

    [Test]
    public async Task Login_whose_token_the_vendor_ended_early_is_refreshed_and_tested_again()
    {
        await using var refresh = new RefreshWorld();
        _world = refresh.Put(TimeSpan.FromHours(5)).World;
        var refusals = 1;
        _world.Vendor.Fail(RefreshWorld.Work, () =>
            refusals-- > 0 ? new VendorException(ErrorCode.VendorRefused, FailureReason.Auth) { IsUnauthorized = true } : null);

        var tested = await _world.Type<CommandReply.Tested>("/model test");

        Assert.That((tested.Failure, refresh.Login.Access!.Reveal()), Is.EqualTo(((ErrorCode?)null, "fake-access-1")));
        Assert.That(_world.Vendor.Seen, Has.Exactly(2).Items);
    }

    [Test]
    public async Task Last_test_of_the_day_is_cured_too()
    {
        await using var refresh = new RefreshWorld(configure: settings => settings with { ProbesPerDay = 1 });
        _world = refresh.Put(TimeSpan.FromHours(5)).World;
        var refusals = 1;
        _world.Vendor.Fail(RefreshWorld.Work, () =>
            refusals-- > 0 ? new VendorException(ErrorCode.VendorRefused, FailureReason.Auth) { IsUnauthorized = true } : null);

        var tested = await _world.Type<CommandReply.Tested>("/model test");

        Assert.That(tested.Failure, Is.Null);
    }

    [Test]
    public async Task Test_that_nobody_waits_for_any_longer_leaves_no_open_attempt()
    {
        Open(settings => settings);
        using var cancellation = new CancellationTokenSource();
        var context = _world.Operator();
        _world.Vendor.Holds = _ => cancellation.CancelAsync();

        Assert.That(async () => await _world.Chat.HandleAsync(context, "/model test", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        var snapshot = await _world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);
        Assert.That(snapshot.Attempts.Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    [TestCase("/model test", "consent-denied")]
    [TestCase("/model test @api", null)]
    public async Task Payer_that_the_operator_refuses_is_tested_only_by_name(string typed, string? code)
    {
        Open(settings => settings with { Consent = new ConsentPresets(SubscriptionToMetered: ConsentPreset.Refuse) });
        _world.Credentials.Key("anthropic:api");
        await _world.Answer("hello");
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await _world.Refusal("hello");
        _world.Vendor.Seen.Clear();

        var reply = await _world.Type(typed);

        Assert.That((reply as CommandReply.Failed)?.Code.Id, Is.EqualTo(code));
        Assert.That(_world.Vendor.Seen, Has.Exactly(code is null ? 1 : 0).Items);
    }

    private void Open(Func<ChatAuthSettings, ChatAuthSettings> configure)
    {
        _world = new TestWorld(configure);
        _world.Credentials.Login("anthropic:work");
    }
}
