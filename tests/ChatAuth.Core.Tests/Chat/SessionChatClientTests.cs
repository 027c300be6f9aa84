using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>Which credential a message uses, when things go wrong.</summary>
public sealed class SessionChatClientTests
{
    private static readonly Func<Exception?> Limited = () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit);
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Login("anthropic:work").Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task User_pin_never_reaches_another_credential_whatever_fails()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", Limited);

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorLimited));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Is.EqualTo(new[] { "work" }));
        Assert.That(refusal.Actions.Select(action => action.Typed), Does.Contain("/model unpin"));
    }

    [Test]
    public async Task Automatic_choice_fails_over_within_the_order_and_the_answer_says_so()
    {
        _world.Vendor.Fail("anthropic:work", Limited);

        var answer = await _world.Answer("hello");

        var notice = answer.Notices.OfType<Notice.PayerChanged>().Single();
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(notice.To.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(notice.Reason, Is.EqualTo(ErrorCode.VendorLimited));
    }

    [Test]
    public async Task Failed_profile_rests_and_is_not_tried_again_meanwhile()
    {
        _world.Vendor.Fail("anthropic:work", Limited);
        await _world.Answer("one");

        await _world.Answer("two");

        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Is.EqualTo(new[] { "work", "personal", "personal" }));
    }

    [Test]
    public async Task Failure_that_may_have_been_charged_is_never_sent_to_anybody_else()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true));

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorTimeout));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Client_that_breaks_its_promise_counts_as_an_unknown_outcome()
    {
        _world.Vendor.Fail("anthropic:work", () => new InvalidOperationException("secret text of a library"));

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorUnavailable));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answer_of_a_client_that_redeemed_no_permit_is_handed_to_nobody()
    {
        var context = _world.Operator();
        _world.Vendor.SendsUnrecorded = true;

        var refusal = await _world.Refusal("hello", context);

        var snapshot = await _world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);
        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.SendUnrecorded));
        Assert.That((snapshot.Attempts.Single().Outcome, snapshot.LastReceipt), Is.EqualTo((AttemptOutcome.Failed, (Attempt?)null)));
    }

    [Test]
    public async Task No_failover_after_the_first_part()
    {
        _world.Vendor.PartsBeforeFailure = 1;
        _world.Vendor.Fail("anthropic:work", Limited);
        var updates = new List<AskUpdate>();
        var context = _world.Operator();

        await foreach (var update in _world.Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, "hello")])) updates.Add(update);

        var snapshot = await _world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);
        Assert.That(updates.Select(update => update.GetType().Name), Is.EqualTo(new[] { "Part", "BrokeOff" }));
        Assert.That(((CommandReply.Failed)((AskUpdate.BrokeOff)updates[^1]).Reply).MayHaveBeenCharged, Is.True);
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
        Assert.That(snapshot.Attempts.Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task Client_caused_failure_touches_no_health_and_asks_nobody_else()
    {
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.RequestRefused, null));
        await _world.Refusal("nonsense");
        _world.Vendor.Fail("anthropic:work", null);

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Order_that_leaves_nobody_usable_leaves_nobody_and_says_so()
    {
        _world.Credentials.Order("anthropic", "anthropic:gone");

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.NobodyEligible));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Provider_without_a_client_refuses_with_its_code()
    {
        _world.Vendor.Without.Add(ProviderId.Parse("anthropic"));
        await _world.Type("/model opus@work");

        var refusal = await _world.Refusal("hello");
        var why = await _world.Type<CommandReply.Why>("/model why");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.ProviderNotAvailable));
        Assert.That(why.Resolution.Candidates[0].Reason, Is.EqualTo(CandidateReason.ProviderNotAvailable));
    }

    [Test]
    public async Task Second_delivery_of_an_answered_message_is_not_sent_again()
    {
        var context = _world.Operator();
        await _world.Answer("hello", context);

        var refusal = await _world.Refusal("hello", context);

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.AlreadyAnswered));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Second_delivery_of_a_message_of_unknown_outcome_asks_and_sends_once_on_yes()
    {
        var context = _world.Operator();
        _world.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true));
        await _world.Refusal("hello", context);
        _world.Vendor.Fail("anthropic:work", null);
        _world.Time.Advance(TimeSpan.FromMinutes(10));

        var refusal = await _world.Refusal("hello", context);
        var answer = await _world.Answer("/model allow");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.AttemptOpen));
        Assert.That(refusal.Actions.Select(answer => answer.Kind), Is.EqualTo(new[] { ReplyActionKind.AllowOnce, ReplyActionKind.Deny }));
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Cancelled_message_stays_of_unknown_outcome()
    {
        using var cancellation = new CancellationTokenSource();
        var context = _world.Operator();
        var stream = _world.Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, "hello")], null, cancellation.Token).GetAsyncEnumerator();
        await stream.MoveNextAsync();
        await cancellation.CancelAsync();

        Assert.That(async () => { while (await stream.MoveNextAsync()) { } }, Throws.InstanceOf<OperationCanceledException>());
        var snapshot = await _world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);
        Assert.That(snapshot.Attempts.Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task Chat_client_of_a_message_answers_and_throws_the_refusal_with_the_reply()
    {
        using var client = _world.Chat.GetChatClient(_world.Operator());
        var response = await client.GetResponseAsync("hello");
        _world.Credentials.Order("anthropic", "anthropic:gone");
        using var refused = _world.Chat.GetChatClient(_world.Operator());

        Assert.That(response.Text, Does.StartWith("anthropic/claude-opus-4-5 by anthropic:work"));
        Assert.That(
            async () => await refused.GetResponseAsync("hello"),
            Throws.InstanceOf<CredentialRefusedException>().With.Property("Reply").Property("Code").EqualTo(ErrorCode.NobodyEligible));
    }

    [Test]
    public async Task Broken_store_is_a_reply_with_its_code_and_a_reference()
    {
        _world.Credentials.Fault = new ChatAuthException(ErrorCode.StoreDamaged, "/somewhere/private");

        var reply = await _world.Type<CommandReply.Failed>("/model status");

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.StoreDamaged));
        Assert.That(reply.Reference, Has.Length.EqualTo(8));
    }

    [Test]
    public async Task Unexpected_fault_is_internal_with_a_reference_and_none_of_its_text()
    {
        _world.Credentials.Fault = new InvalidOperationException("sk-canary-in-an-exception");

        var reply = await _world.Type<CommandReply.Failed>("/model status");

        Assert.That(reply.Code, Is.EqualTo(ErrorCode.Internal));
        Assert.That(reply.ToString(), Does.Not.Contain("canary"));
    }

    [Test]
    public async Task Fallback_model_of_another_vendor_is_asked_about_first()
    {
        await using var world = new TestWorld(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [ModelRef.Parse("openai/gpt-5.2")]),
        });
        world.Credentials.Token("anthropic:old", world.Time.GetUtcNow().AddDays(-1)).Key("openai:work");

        var refusal = await world.Refusal("hello");
        var answer = await world.Answer("/model allow");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(answer.Receipt.Model.Short, Is.EqualTo("gpt"));
        Assert.That(answer.Notices.OfType<Notice.ModelFellBack>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Model_fallback_never_happens_under_a_user_pin()
    {
        await using var world = new TestWorld(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [ModelRef.Parse("openai/gpt-5.2")]),
        });
        world.Credentials.Token("anthropic:work", world.Time.GetUtcNow().AddHours(1)).Key("openai:work");
        await world.Type("/model @work");
        world.Time.Advance(TimeSpan.FromHours(2));

        var refusal = await world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinExpired));
        Assert.That(world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Question_asked_once_with_a_profile_that_is_gone_by_then_reaches_nobody_else()
    {
        var context = _world.Operator();
        var ask = (HandleResult.AskModel)await _world.Handle("/opus@personal explain this", context);
        _world.Credentials.Remove("anthropic:personal");

        var result = await _world.Chat.AskAsync(context, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice);

        var refused = (CommandReply.Failed)((AskResult.Refused)result).Reply;
        Assert.That(refused.Code, Is.EqualTo(ErrorCode.PinMissing));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Late_failure_of_one_profile_does_not_break_the_pin_that_a_person_set_meanwhile()
    {
        await _world.Type("/model @work");
        _world.Vendor.Fail("anthropic:work", () =>
        {
            _world.Type("/model @personal").GetAwaiter().GetResult();
            return new VendorException(ErrorCode.VendorRefused, FailureReason.Auth);
        });

        await _world.Refusal("hello");

        var pin = (await _world.Type<CommandReply.Status>("/model status")).Session!.Pins.Single();
        Assert.That((pin.State, pin.Profile!.Name), Is.EqualTo((PinStateName.UserPinned, "anthropic:personal")));
    }

    [Test]
    public async Task Client_that_cannot_be_made_leaves_no_open_attempt()
    {
        _world.Vendor.FailToCreate = () => new InvalidOperationException("no client");
        var context = _world.Operator();
        await _world.Refusal("hello", context);
        _world.Vendor.FailToCreate = null;

        var again = await _world.Ask("hello", context);

        Assert.That(again, Is.InstanceOf<AskResult.Answer>(), "nothing was sent the first time, so nobody has to be asked");
    }

    [Test]
    public async Task Accounts_that_are_limited_for_a_moment_are_each_tried_once_a_message()
    {
        _world.Vendor.Fail("anthropic:work", () => LimitedFor(TimeSpan.FromSeconds(1)));
        _world.Vendor.Fail("anthropic:personal", () =>
        {
            _world.Time.Advance(TimeSpan.FromSeconds(2));
            return LimitedFor(TimeSpan.FromSeconds(1));
        });

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.VendorLimited));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.ToString()), Is.EqualTo(new[] { "anthropic:work", "anthropic:personal" }));
    }

    [Test]
    public async Task Account_whose_limit_has_ended_by_its_report_is_followed_by_the_next()
    {
        _world.Vendor.Fail("anthropic:work", () => LimitedFor(TimeSpan.Zero));

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task Answer_is_handed_over_when_the_health_of_its_credential_cannot_be_written()
    {
        var health = new Mock<IHealthStore>();
        health.Setup(store => store.LoadAsync(It.IsAny<AgentId>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Dictionary<HealthKey, ProfileHealth>());
        health
            .Setup(store => store.UpdateAsync(It.IsAny<HealthKey>(), It.IsAny<ProfileHealth>(), It.IsAny<Func<ProfileHealth, ProfileHealth>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ChatAuthException(ErrorCode.StoreUnwritable, "fake"));
        await using var world = new TestWorld(services: services => services.AddSingleton(health.Object));
        world.Credentials.Login("anthropic:work");

        var answer = await world.Answer("hello");

        Assert.That(answer.Response.Text, Does.StartWith("anthropic/claude-opus-4-5 by anthropic:work"));
    }

    [Test]
    public async Task Client_that_cannot_be_ended_leaves_no_open_attempt()
    {
        await using var world = new TestWorld(services: services => services.AddSingleton<IModelProvider>(new UnendingProvider()));
        world.Credentials.Login("anthropic:work");
        var context = world.Operator();
        var stream = world.Chat.AskStreamingAsync(context, [new ChatMessage(ChatRole.User, "hello")]).GetAsyncEnumerator();
        await stream.MoveNextAsync();

        Assert.That(async () => await stream.DisposeAsync(), Throws.InvalidOperationException);

        var snapshot = await world.Sessions.LoadAsync(context.Asker.Conversation, context.Cause, default);
        Assert.That(snapshot.Attempts.Single().Outcome, Is.EqualTo(AttemptOutcome.Unknown));
    }

    /// <summary>After ten requests it is one that may have been charged: a test ends whatever goes wrong.</summary>
    private VendorException LimitedFor(TimeSpan span) => new(
        ErrorCode.VendorLimited, FailureReason.RateLimit, _world.Time.GetUtcNow() + span, mayHaveBeenCharged: _world.Vendor.Seen.Count > 10);

    /// <summary>A vendor whose answers cannot be left.</summary>
    private sealed class UnendingProvider : IModelProvider
    {
        public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

        public bool Serves(ProviderId provider) => true;

        public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit)
        {
            var parts = new Mock<IAsyncEnumerator<ChatResponseUpdate>>();
            parts.Setup(one => one.MoveNextAsync()).Returns(() =>
            {
                permit.Spend(profile, null);
                permit.TryLeave();
                return ValueTask.FromResult(true);
            });
            parts.Setup(one => one.Current).Returns(new ChatResponseUpdate(ChatRole.Assistant, "one"));
            parts.Setup(one => one.DisposeAsync()).Throws(() => new InvalidOperationException("fake"));
            var answer = new Mock<IAsyncEnumerable<ChatResponseUpdate>>();
            answer.Setup(one => one.GetAsyncEnumerator(It.IsAny<CancellationToken>())).Returns(parts.Object);
            var client = new Mock<IChatClient>();
            client
                .Setup(one => one.GetStreamingResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions?>(), It.IsAny<CancellationToken>()))
                .Returns(answer.Object);
            return client.Object;
        }
    }
}
