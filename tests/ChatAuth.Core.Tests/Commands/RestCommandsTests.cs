using System.Text.Json;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>An owner ends an account's rest; a second process of the installation on the same database feels it.</summary>
public sealed class RestCommandsTests
{
    private DirectoryInfo _directory = null!;
    private TestWorld _world = null!;
    private TestWorld _other = null!;

    private CommandContext Owner => _world.Private(1);

    [SetUp]
    public async Task SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("chatauth-");
        _world = new TestWorld(services: OnDisk);
        _other = _world.Again(OnDisk);
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal").Key("openai:team").Order("anthropic", "anthropic:work", "anthropic:personal");
        await _world.Access.SaveOwnerAsync(new Person("telegram", 1), true, default);
        await _world.Access.SaveRuleAsync(new AccessRule("all", false, Rights.All, new Person("telegram", 2), null, ConversationPattern.Private), default);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _other.DisposeAsync();
        await _world.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [TestCase("/model clear @work")]
    [TestCase("/model clear work")]
    [TestCase("/model clear @anthropic:work")]
    [TestCase("/model CLEAR anthropic:work")]
    [TestCase("/model clear @\"anthropic:work\"")]
    public async Task Owner_ends_a_rest_that_all_processes_then_know_is_over(string typed)
    {
        await FailAsync(FailureReason.RateLimit);

        var cleared = await _world.Type<CommandReply.Cleared>(typed, Owner);

        Assert.That((cleared.Rest!.Reason, cleared.Resolution.Next!.Name), Is.EqualTo((FailureReason.RateLimit, "anthropic:work")));
        Assert.That((await _other.Answer("hello", _world.Operator("elsewhere"))).Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Nothing_that_rests_is_said_and_nothing_is_written()
    {
        var reply = await _world.Type<CommandReply.Cleared>("/model clear @work", Owner);

        Assert.That(reply.Rest, Is.Null);
        Assert.That(await _world.Services.GetRequiredService<IHealthStore>().LoadAsync(AgentId.Main, default), Is.Empty);
    }

    [Test]
    public async Task Only_an_owner_may()
    {
        await FailAsync(FailureReason.RateLimit);

        var refused = await _world.Type<CommandReply.Failed>("/model clear @work", _world.Private(2));
        var stranger = await _world.Type<CommandReply.Failed>("/model clear @work", _world.Private(3));

        Assert.That((refused.Code, stranger.Code), Is.EqualTo((ErrorCode.OwnerOnly, ErrorCode.RightMissing)));
        Assert.That(await RestAsync(), Is.Not.Null);
    }

    [Test]
    public async Task Owner_whom_a_rule_denies_pins_may_not()
    {
        await FailAsync(FailureReason.RateLimit);
        await _world.Access.SaveRuleAsync(new AccessRule("no", true, Rights.Pin, new Person("telegram", 1), null, ConversationPattern.Private), default);

        var refused = await _world.Type<CommandReply.Failed>("/model clear @work", Owner);

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.OwnerOnly));
    }

    [Test]
    public async Task Account_of_another_provider_than_the_current_one_is_found_too()
    {
        await _world.Type("/model gpt", Owner);
        await FailAsync(FailureReason.RateLimit);

        var cleared = await _world.Type<CommandReply.Cleared>("/model clear @work", Owner);

        Assert.That(cleared.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Misspelt_account_is_refused_with_what_works()
    {
        var refused = await _world.Type<CommandReply.Failed>("/model clear @wrok", Owner);

        Assert.That((refused.Code, refused.Column, refused.Works), Is.EqualTo((ErrorCode.ProfileUnknown, 15, new[] { "/model clear @anthropic:work" })));
    }

    [Test]
    public async Task Hidden_account_and_an_absent_one_get_the_same_reply()
    {
        var said = new ProfileSettings(ProfileId.Parse("anthropic:secret"), null, null, null, new ProfileAudience([new Person("telegram", 9)], null, true));
        await using var hiding = new TestWorld(settings => settings with { Profiles = new Dictionary<ProfileId, ProfileSettings> { [said.Id] = said } });
        await hiding.Access.SaveOwnerAsync(new Person("telegram", 1), true, default);
        hiding.Credentials.Login("anthropic:work").Login("anthropic:secret");

        var hidden = await hiding.Type("/model clear @secret", hiding.Private(1));
        var absent = await hiding.Type("/model clear @absent", hiding.Private(1));

        Assert.That(JsonSerializer.Serialize((object)hidden), Is.EqualTo(JsonSerializer.Serialize((object)absent)));
        Assert.That(((CommandReply.Failed)hidden).Code, Is.EqualTo(ErrorCode.ProfileUnknown));
    }

    [Test]
    public async Task Cleared_billing_disable_mends_the_pin_that_it_broke_at_the_next_message()
    {
        await _world.Type("/model opus@work", Owner);
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));
        await _world.Refusal("one", Owner);
        _world.Vendor.Fail("anthropic:work", null);
        var refused = await _other.Refusal("two", Owner);

        var cleared = await _other.Type<CommandReply.Cleared>("/model clear @work", Owner);
        var answer = await _world.Answer("three", Owner);

        Assert.That((refused.Code, refused.Resting.Single().Rest!.Reason), Is.EqualTo((ErrorCode.PinDisabled, FailureReason.Billing)));
        Assert.That((cleared.Rest!.IsDisabled, answer.Receipt.Profile.Name), Is.EqualTo((true, "anthropic:work")));
        Assert.That(answer.Session.Pins.Single().State, Is.EqualTo(PinStateName.UserPinned));
    }

    [Test]
    public async Task Failure_of_a_message_before_the_clearing_does_not_count_after_it()
    {
        await FailAsync(FailureReason.RateLimit);
        var start = (await HealthAsync()).LastFailure!.Value;
        await _world.Type("/model clear @work", Owner);

        var late = (await HealthAsync()).AfterFailure(FailureReason.RateLimit, start, _world.Time.GetUtcNow(), new CooldownOptions());

        Assert.That(late.RestAt(_world.Time.GetUtcNow()), Is.Null);
    }

    [Test]
    public async Task Status_offers_an_owner_a_button_for_each_account_that_rests()
    {
        await FailAsync(FailureReason.RateLimit);
        var status = await _world.Type<CommandReply.Status>("/model status", Owner with { HasButtons = true });

        var button = status.Actions.Single(action => action.Kind is ReplyActionKind.Clear);
        var cleared = await _other.Tap<CommandReply.Cleared>(button, Owner with { HasButtons = true });

        Assert.That((button.Typed, cleared.Profile.Name), Is.EqualTo(("/model clear @anthropic:work", "anthropic:work")));
        Assert.That(await RestAsync(), Is.Null);
    }

    [Test]
    public async Task Button_of_a_rest_that_another_has_followed_ends_nothing()
    {
        await FailAsync(FailureReason.RateLimit);
        var status = await _world.Type<CommandReply.Status>("/model status", Owner with { HasButtons = true });
        var button = status.Actions.Single(action => action.Kind is ReplyActionKind.Clear);
        await _world.Type("/model clear @work", Owner);
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        await FailAsync(FailureReason.Billing, conversation: "failing later");

        var reply = await _other.Tap(button, Owner with { HasButtons = true });

        Assert.That(reply, Is.InstanceOf<CommandReply.Picker>());
        Assert.That((await RestAsync())!.IsDisabled);
    }

    [Test]
    public async Task Rest_that_began_after_the_roster_was_read_stays()
    {
        await FailAsync(FailureReason.RateLimit);
        var source = _world.Services.GetRequiredService<RosterSource>();
        var now = _world.Time.GetUtcNow();
        var read = (await source.LoadAsync(AgentId.Main, now, default)).All.Single(entry => entry.Profile.Id.Name == "work");
        await source.ReportAsync(AgentId.Main, read.Profile, health => health.AfterFailure(FailureReason.Billing, now.AddTicks(1), now.AddTicks(2), new CooldownOptions()), default);

        var found = await source.ClearAsync(AgentId.Main, read, now, default);

        _world.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((found!.IsDisabled, (await RestAsync())!.IsDisabled), Is.EqualTo((true, true)));
    }

    [TestCase(1, true)]
    [TestCase(2, false)]
    public async Task Refusal_offers_an_owner_to_end_the_rest_that_it_is_for(long person, bool offered)
    {
        _world.Credentials.Order("anthropic", "anthropic:work");
        await FailAsync(FailureReason.Overloaded);

        var refusal = await _world.Refusal("hello", _world.Private(person) with { HasButtons = true });

        Assert.That(refusal.Actions.Any(action => action.Kind is ReplyActionKind.Clear), Is.EqualTo(offered));
    }

    [Test]
    public async Task Button_of_a_refusal_ends_the_rest()
    {
        await _world.Type("/model opus@work", Owner);
        await FailAsync(FailureReason.Billing);
        var refusal = await _world.Refusal("hello", Owner with { HasButtons = true });

        await _other.Tap<CommandReply.Cleared>(refusal.Actions.Single(action => action.Kind is ReplyActionKind.Clear), Owner with { HasButtons = true });

        Assert.That(await RestAsync(), Is.Null);
    }

    [Test]
    public async Task Status_offers_it_to_nobody_else()
    {
        await FailAsync(FailureReason.RateLimit);

        var status = await _world.Type<CommandReply.Status>("/model status", _world.Private(2) with { HasButtons = true });

        Assert.That(status.Actions.Select(action => action.Kind), Has.None.EqualTo(ReplyActionKind.Clear));
    }

    [Test]
    public async Task Button_of_an_account_that_another_stands_under_by_now_means_nothing()
    {
        await FailAsync(FailureReason.RateLimit);
        var status = await _world.Type<CommandReply.Status>("/model status", Owner with { HasButtons = true });
        _world.Credentials.Login("anthropic:work", text: "fake-login-of-another-account");

        var reply = await _world.Tap(status.Actions.Single(action => action.Kind is ReplyActionKind.Clear), Owner with { HasButtons = true });

        Assert.That(reply, Is.InstanceOf<CommandReply.Picker>());
    }

    [Test]
    public async Task Status_shows_why_and_until_when_an_account_rests()
    {
        var reset = _world.Time.GetUtcNow().AddHours(2);
        await FailAsync(FailureReason.RateLimit, reset);

        var status = await _world.Type<CommandReply.Status>("/model status", Owner);

        Assert.That(status.Resolution.Candidates.Single(candidate => candidate.Profile.Name == "anthropic:work").Rest,
            Is.EqualTo(new Rest(FailureReason.RateLimit, IsDisabled: false, reset, EndIsVendors: true)));
    }

    [Test]
    public async Task Refusal_shows_every_account_that_rests()
    {
        _world.Credentials.Order("anthropic", "anthropic:work");
        await FailAsync(FailureReason.Overloaded);

        var refusal = await _world.Refusal("hello", Owner);

        Assert.That(refusal.Resting.Select(account => (account.Profile.Name, account.Rest!.Reason)), Is.EqualTo(new[] { ("anthropic:work", FailureReason.Overloaded) }));
    }

    [Test]
    public async Task Refusal_by_the_vendor_shows_the_rest_that_it_began()
    {
        await _world.Type("/model opus@work", Owner);
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));

        var refusal = await _world.Refusal("hello", Owner);

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorUnpaid));
        Assert.That(refusal.Resting.Single().Rest, Is.EqualTo(new Rest(FailureReason.Billing, IsDisabled: true, _world.Time.GetUtcNow().AddHours(5), EndIsVendors: false)));
    }

    private void OnDisk(IServiceCollection services) => services.AddChatAuthSqlite(Path.Combine(_directory.FullName, "chatauth.db"));

    /// <summary>A message of another conversation fails.</summary>
    private async Task FailAsync(FailureReason reason, DateTimeOffset? reset = null, string conversation = "failing")
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, reason, reset));
        await _world.Ask("hello", _world.Operator(conversation));
        _world.Vendor.Fail("anthropic:work", null);
    }

    private async Task<Rest?> RestAsync() => (await HealthAsync()).RestAt(_world.Time.GetUtcNow());

    private async Task<ProfileHealth> HealthAsync() =>
        (await _world.Services.GetRequiredService<RosterSource>().LoadAsync(AgentId.Main, _world.Time.GetUtcNow(), default))
        .All.Single(entry => entry.Profile.Id.Name == "work").Health;
}
