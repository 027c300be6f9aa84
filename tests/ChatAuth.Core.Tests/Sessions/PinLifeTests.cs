using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Sessions;

/// <summary>The cases that a pin and a choice live through: each row of the table of cases.</summary>
public sealed class PinLifeTests
{
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work", signIn: "one").Login("anthropic:spare", signIn: "two");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private async Task<ShownPin> Pin() =>
        (await _world.Type<CommandReply.Status>("/model status")).Session!.Pins.Single(pin => pin.Provider == ProviderId.Parse("anthropic"));

    [Test]
    public async Task Removed_profile_breaks_the_pin_and_its_return_mends_it()
    {
        await _world.Type("/model @work");
        _world.Credentials.Remove("anthropic:work");

        var refusal = await _world.Refusal("hello");
        var broken = await Pin();
        _world.Credentials.Login("anthropic:work", signIn: "one", text: "a-new-login-of-the-same-account");
        var answer = await _world.Answer("hello again");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinMissing));
        Assert.That(broken.State, Is.EqualTo(PinStateName.PinBroken));
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That((await Pin()).State, Is.EqualTo(PinStateName.UserPinned));
    }

    [Test]
    public async Task Another_account_under_the_id_breaks_the_pin_and_is_never_charged()
    {
        await _world.Type("/model @work");
        _world.Credentials.Login("anthropic:work", signIn: "somebody-else");

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.AccountChanged));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Refused_credential_is_not_tried_again_until_it_is_another_of_the_same_account()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorRefused, FailureReason.Auth));
        await _world.Refusal("one");
        _world.Vendor.Fail("anthropic:work", null);
        _world.Time.Advance(TimeSpan.FromHours(2));

        var still = await _world.Refusal("two");
        _world.Credentials.Login("anthropic:work", signIn: "one", text: "a-new-login-of-the-same-account");
        var answer = await _world.Answer("three");

        Assert.That(still.Code, Is.EqualTo(ErrorCode.PinRefused));
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Account_that_could_not_pay_breaks_the_pin_until_the_disable_ends()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));
        await _world.Refusal("one");
        _world.Vendor.Fail("anthropic:work", null);

        var refusal = await _world.Refusal("two");
        _world.Time.Advance(TimeSpan.FromHours(5).Add(TimeSpan.FromSeconds(1)));
        var answer = await _world.Answer("three");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinDisabled));
        Assert.That(refusal.Until, Is.Not.Null);
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Resting_pin_is_tried_all_the_same()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await _world.Refusal("one");
        _world.Vendor.Fail("anthropic:work", null);

        var answer = await _world.Answer("two");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Pin_that_rests_by_the_vendors_word_is_answered_with_the_time_and_tried_on_consent()
    {
        await _world.Type("/model @work");
        var reset = _world.Time.GetUtcNow().AddHours(3);
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit, reset));
        await _world.Refusal("one");
        _world.Vendor.Fail("anthropic:work", null);

        var refusal = await _world.Refusal("two");
        var answer = await _world.Answer("/model allow");

        Assert.That((refusal.Code, refusal.Until), Is.EqualTo((ErrorCode.PinCooling, (DateTimeOffset?)reset)));
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(_world.Vendor.Seen.Last().Text, Is.EqualTo("two"));
    }

    [Test]
    public async Task Pin_outside_of_the_explicit_order_is_allowed()
    {
        _world.Credentials.Order("anthropic", "anthropic:spare");

        await _world.Type("/model @work");

        Assert.That((await _world.Answer("hello")).Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Model_that_left_the_allowlist_is_answered_with_choices_and_nothing_is_reset()
    {
        var sessions = new Core.Sessions.InMemorySessionStore(new Core.Access.InMemoryAccessStore(), _world.Time);
        await using var before = new TestWorld(services: services => Keep(services, sessions));
        before.Credentials.Login("anthropic:work");
        await before.Type("/model sonnet");
        await using var after = new TestWorld(
            settings => settings with { Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], []) },
            services => Keep(services, sessions));
        after.Credentials.Login("anthropic:work");

        var refusal = await after.Refusal("hello");
        var status = await after.Type<CommandReply.Status>("/model status");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.ModelNotAllowed));
        Assert.That(refusal.Actions.Select(action => action.Typed), Is.EqualTo(new[] { "/model list", "/model reset" }));
        Assert.That(status.Session!.Model.Ref.Model, Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task New_context_keeps_choice_and_pins_and_says_so()
    {
        await _world.Type("/model sonnet@work");

        var notice = (Notice.ContextRestarted)await _world.Chat.RestartedAsync(_world.Operator());

        Assert.That(notice.Ended, Is.False);
        Assert.That(notice.Session.Model.Short, Is.EqualTo("sonnet"));
        Assert.That((await Pin()).State, Is.EqualTo(PinStateName.UserPinned));
    }

    [Test]
    public async Task Setting_ends_choice_and_pins_with_the_context_and_says_so()
    {
        await using var world = new TestWorld(settings => settings with { PinsEndWithSession = true });
        world.Credentials.Login("anthropic:work");
        await world.Type("/model sonnet@work");

        var notice = (Notice.ContextRestarted)await world.Chat.RestartedAsync(world.Operator());

        Assert.That(notice.Ended, Is.True);
        Assert.That(notice.Session.IsDefault, Is.True);
    }

    [Test]
    public async Task Compaction_keeps_a_persons_pin()
    {
        await _world.Type("/model @spare");
        await _world.Answer("one");

        await _world.Chat.CompactedAsync(_world.Operator());

        Assert.That((await _world.Answer("two")).Receipt.Profile.Name, Is.EqualTo("anthropic:spare"));
    }

    [Test]
    public async Task Moved_conversation_keeps_its_pin_under_the_new_id()
    {
        await _world.Type("/model @spare");

        await _world.Chat.MovedAsync(Core.Sessions.SessionKey.Terminal("main"), Core.Sessions.SessionKey.Terminal("moved"));

        Assert.That((await _world.Answer("hello", _world.Operator("moved"))).Receipt.Profile.Name, Is.EqualTo("anthropic:spare"));
    }

    private static void Keep(Microsoft.Extensions.DependencyInjection.IServiceCollection services, Core.Sessions.ISessionStore sessions) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, sessions);
}
