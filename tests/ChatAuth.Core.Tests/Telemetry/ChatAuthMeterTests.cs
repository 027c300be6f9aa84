using System.Diagnostics;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telemetry;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Tests.Telemetry;

/// <summary>What is measured of each story, and what is traced.</summary>
public sealed class ChatAuthMeterTests
{
    private static readonly Func<Exception?> Limited = () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit);
    private TestWorld _world = null!;
    private RecordedTelemetry _seen = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
        _seen = new RecordedTelemetry(_world.Services);
    }

    [TearDown]
    public async Task TearDown()
    {
        _seen.Dispose();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Answered_call_is_counted_with_who_served_and_how_it_is_paid()
    {
        await _world.Answer("hello");

        Assert.That(_seen.Of("chatauth.call.count").Single().ToString(), Is.EqualTo(
            "chatauth.call.count 1 provider=anthropic model=claude-opus-4-5 billing=subscription purpose=message outcome=ok"));
    }

    [Test]
    public async Task Call_lasts_until_its_answer_is_whole_and_its_first_part_comes_before()
    {
        var context = _world.Operator();

        await foreach (var update in _world.Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, "hello")]))
        {
            if (update is AskUpdate.Part) _world.Time.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.That(_seen.Of("chatauth.call.first_part").Single().Value, Is.Zero);
        Assert.That(_seen.Of("chatauth.call.duration").Single().Value, Is.EqualTo(6));
    }

    [Test]
    public async Task Failed_call_has_its_code_and_the_account_rests_for_that_reason()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", Limited);

        await _world.Refusal("hello");

        Assert.That(_seen.Of("chatauth.call.count").Single().Tags["outcome"], Is.EqualTo("vendor-limited"));
        Assert.That(_seen.Of("chatauth.call.first_part"), Is.Empty);
        Assert.That(_seen.Of("chatauth.cooldown.count").Single().ToString(), Is.EqualTo("chatauth.cooldown.count 1 provider=anthropic reason=rate-limit"));
        Assert.That(_seen.Of("chatauth.failover.count"), Is.Empty);
    }

    [Test]
    public async Task Failure_that_the_client_caused_begins_no_rest()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.RequestRefused, null));

        await _world.Refusal("hello");

        Assert.That(_seen.Of("chatauth.cooldown.count"), Is.Empty);
    }

    [Test]
    public async Task Message_that_goes_on_to_another_account_is_a_failover()
    {
        _world.Vendor.Fail("anthropic:work", Limited);

        await _world.Answer("hello");

        Assert.That(_seen.Of("chatauth.failover.count").Single().ToString(), Is.EqualTo("chatauth.failover.count 1 provider=anthropic reason=vendor-limited"));
        Assert.That(_seen.Of("chatauth.call.count").Select(call => call.Tags["outcome"]), Is.EqualTo(new[] { "vendor-limited", "ok" }));
    }

    [Test]
    public async Task Call_that_its_caller_left_is_interrupted()
    {
        var context = _world.Operator();

        await foreach (var update in _world.Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, "hello")]))
        {
            if (update is AskUpdate.Part) break;
        }

        Assert.That(_seen.Of("chatauth.call.count").Single().Tags["outcome"], Is.EqualTo("interrupted"));
    }

    [Test]
    public async Task Probe_is_a_call_of_its_own_purpose()
    {
        await _world.Type("/model test");

        Assert.That(_seen.Of("chatauth.call.count").Single().Tags["purpose"], Is.EqualTo("probe"));
    }

    [Test]
    public async Task Changes_of_pins_are_counted_by_what_happened()
    {
        await _world.Answer("hello");
        await _world.Type("/model @work for 1h");
        await _world.Type("/model sonnet");
        _world.Time.Advance(TimeSpan.FromHours(2));
        await _world.Type("/model status");
        await _world.Type("/model @personal ?");
        await _world.Type("/model @personal");
        await _world.Type("/model unpin");

        Assert.That(_seen.Of("chatauth.pin.changes").Select(change => change.Tags["kind"]), Is.EqualTo(
            new[] { "profile-chosen", "profile-pinned", "end-reached", "profile-pinned", "pin-removed" }));
    }

    [Test]
    public async Task Refused_change_is_not_counted()
    {
        await _world.Type("/model @nobody");
        await _world.Type("/model unpin");

        Assert.That(_seen.Of("chatauth.pin.changes"), Is.Empty);
    }

    [Test]
    public async Task Question_is_counted_when_it_is_asked_and_when_it_is_answered()
    {
        _world.Credentials.Remove("anthropic:personal");
        _world.Credentials.Key("anthropic:api").Order("anthropic", "anthropic:work", "anthropic:api");
        await _world.Answer("first");
        _world.Vendor.Fail("anthropic:work", Limited);

        await _world.Refusal("second");
        await _world.Type("/model deny");
        await _world.Refusal("third");
        await _world.Answer("/model allow session");

        Assert.That(_seen.Of("chatauth.question.asked").Select(asked => asked.Tags["kind"]), Is.EqualTo(new[] { "payer-change", "payer-change" }));
        Assert.That(_seen.Of("chatauth.question.answered").Select(answered => answered.Tags["answer"]), Is.EqualTo(new[] { "deny", "session" }));
    }

    [TestCase("/model status", "status", "ok")]
    [TestCase("/model opus@anthropic:work", "select", "ok")]
    [TestCase("/model unpin", "unpin", "nothing-pinned")]
    [TestCase("/model status soon", "malformed", "text-unexpected")]
    [TestCase("/model @nobody", "select", "profile-unknown")]
    public async Task Command_is_measured_by_its_kind_and_outcome(string typed, string kind, string outcome)
    {
        await _world.Type(typed);

        var measured = _seen.Of("chatauth.command.duration").Single();
        Assert.That((measured.Tags["kind"], measured.Tags["outcome"]), Is.EqualTo((kind, outcome)));
    }

    [Test]
    public async Task Model_and_provider_that_nobody_configured_are_other()
    {
        await _world.Type("/model anthropic/claude-secret-project-7");

        await _world.Answer("hello");

        var call = _seen.Of("chatauth.call.count").Single();
        Assert.That((call.Tags["provider"], call.Tags["model"]), Is.EqualTo(("anthropic", "other")));
    }

    [Test]
    public async Task Asked_message_is_an_activity_with_one_child_an_attempt()
    {
        _world.Vendor.Fail("anthropic:work", Limited);

        await _world.Answer("hello");

        var asked = _seen.Activities.Single(activity => activity.OperationName == "chatauth ask");
        var sent = _seen.Activities.Where(activity => activity.OperationName == "chatauth send").ToArray();
        Assert.That(sent.Select(activity => activity.ParentSpanId), Is.EqualTo(new[] { asked.SpanId, asked.SpanId }));
        Assert.That(sent.Select(activity => (activity.Status, activity.StatusDescription)), Is.EqualTo(new[]
        {
            (ActivityStatusCode.Error, (string?)"vendor-limited"), (ActivityStatusCode.Unset, null),
        }));
        Assert.That(asked.Status, Is.EqualTo(ActivityStatusCode.Unset));
    }

    [Test]
    public async Task Refused_message_is_an_activity_whose_status_is_the_code()
    {
        await _world.Type("/model @work");
        _world.Credentials.Remove("anthropic:work");

        await _world.Refusal("hello");

        var asked = _seen.Activities.Single(activity => activity.OperationName == "chatauth ask");
        Assert.That((asked.Status, asked.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, "pin-missing")));
    }

    [Test]
    public async Task Activity_of_the_host_is_the_parent_and_is_current_again_afterwards()
    {
        using var host = new Activity("host").Start();

        await _world.Answer("hello");

        Assert.That(_seen.Activities.Single(activity => activity.OperationName == "chatauth ask").ParentSpanId, Is.EqualTo(host.SpanId));
        Assert.That(Activity.Current, Is.SameAs(host));
    }

    [Test]
    public async Task Refresh_is_counted_by_its_outcome()
    {
        await using var refresh = new RefreshWorld();
        using var seen = new RecordedTelemetry(refresh.World.Services);
        refresh.Put(TimeSpan.FromMinutes(-1));
        await refresh.Refresh();
        refresh.Put(TimeSpan.FromMinutes(-1), entry => entry with { Credential = new Core.Credentials.Credential.OAuth(
            RefreshWorld.SecretOf("fake-access-x"), RefreshWorld.SecretOf("fake-refresh-x"), refresh.World.Time.GetUtcNow().AddMinutes(-1)) });
        refresh.Issuer.Answer(400, """{"error":"invalid_grant"}""");

        await refresh.Refresh();

        Assert.That(seen.Of("chatauth.refresh.count").Select(one => $"{one.Tags["provider"]} {one.Tags["outcome"]}"), Is.EqualTo(
            new[] { "anthropic refreshed", "anthropic sign-in-needed" }));
    }

    [Test]
    public async Task Worlds_beside_each_other_are_heard_apart()
    {
        await using var other = new TestWorld();
        other.Credentials.Login("anthropic:work");

        await other.Answer("hello");

        Assert.That(_seen.Texts, Is.Empty);
    }
}
