using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>One tiny request, whatever the client of a vendor does with it.</summary>
public sealed class VendorProbeTests
{
    private static readonly ProbeLimits s_limits = new(5, TimeSpan.FromSeconds(3));
    private Mock<IChatClient> _client = null!;
    private TestWorld _world = null!;
    private SendPermit _permit = null!;
    private AuthProfile _profile = null!;

    [SetUp]
    public async Task SetUp()
    {
        _client = new Mock<IChatClient>();
        var provider = new Mock<IModelProvider>();
        provider.Setup(one => one.Serves(It.IsAny<ProviderId>())).Returns(true);
        provider.Setup(one => one.BuiltInCredentials).Returns([]);
        provider
            .Setup(one => one.CreateClient(It.IsAny<ModelRef>(), It.IsAny<AuthProfile>(), It.IsAny<ProviderEndpoint?>(), It.IsAny<SendPermit>()))
            .Callback((ModelRef _, AuthProfile _, ProviderEndpoint? _, SendPermit permit) => _permit = permit)
            .Returns(_client.Object);
        _world = new TestWorld(services: services => services.AddSingleton(provider.Object));
        _world.Credentials.Key("anthropic:work");
        _profile = (await _world.Services.GetRequiredService<RosterSource>().LoadAsync(AgentId.Main, _world.Time.GetUtcNow(), default)).Find(ProfileId.Parse("anthropic:work"))!;
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Request_is_one_word_to_that_model_with_a_cap()
    {
        ChatOptions? options = null;
        Client((seen, _) =>
        {
            options = seen;
            Leave();
            return Task.FromResult(new ChatResponse());
        });

        var answer = await AskAsync();

        Assert.That((answer.Failure, answer.Outcome), Is.EqualTo(((VendorException?)null, AttemptOutcome.Answered)));
        Assert.That((options!.ModelId, options.MaxOutputTokens), Is.EqualTo(("claude-opus-4-5", 5)));
        _client.Verify(client => client.GetResponseAsync(It.Is<IEnumerable<ChatMessage>>(sent => sent.Count() == 1), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Patience_that_ends_after_the_request_has_left_may_be_charged_and_says_nothing_of_the_credential()
    {
        Client(async (_, cancelled) =>
        {
            Leave();
            await Task.Delay(Timeout.Infinite, cancelled);
            return new ChatResponse();
        });

        var answer = await ImpatientAsync();

        Assert.That((answer.Failure!.Code, answer.Failure.Reason, answer.Outcome), Is.EqualTo((ErrorCode.VendorTimeout, (FailureReason?)null, AttemptOutcome.Unknown)));
        Assert.That(answer.Took, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public async Task Patience_that_ends_before_anything_has_left_says_nothing_of_the_credential()
    {
        Client(async (_, cancelled) =>
        {
            await Task.Delay(Timeout.Infinite, cancelled);
            return new ChatResponse();
        });

        var answer = await ImpatientAsync();

        Assert.That((answer.Failure!.Code, answer.Failure.Reason, answer.Outcome), Is.EqualTo((ErrorCode.VendorUnavailable, (FailureReason?)null, AttemptOutcome.Failed)));
    }

    [Test]
    public async Task Client_that_breaks_its_promise_is_a_finding()
    {
        Client((_, _) => throw new InvalidOperationException("fake"));

        var answer = await AskAsync();

        Assert.That((answer.Failure!.Code, answer.Failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorUnavailable, false)));
    }

    [Test]
    public async Task Answer_to_a_request_that_nobody_permitted_is_none()
    {
        Client((_, _) => Task.FromResult(new ChatResponse()));

        var answer = await AskAsync();

        Assert.That((answer.Failure!.Code, answer.Outcome), Is.EqualTo((ErrorCode.SendUnrecorded, AttemptOutcome.Failed)));
    }

    [Test]
    public async Task Caller_that_goes_is_told_so_whatever_the_client_throws()
    {
        using var cancel = new CancellationTokenSource();
        Client(async (_, _) =>
        {
            await cancel.CancelAsync();
            throw new IOException("fake");
        });

        Assert.That(async () => await AskAsync(cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private void Client(Func<ChatOptions?, CancellationToken, Task<ChatResponse>> answer) => _client
        .Setup(client => client.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions?>(), It.IsAny<CancellationToken>()))
        .Returns((IEnumerable<ChatMessage> _, ChatOptions? options, CancellationToken cancelled) => answer(options, cancelled));

    private void Leave()
    {
        _permit.Spend(_profile, null);
        _permit.TryLeave();
    }

    private Task<ProbeAnswer> AskAsync(CancellationToken cancellationToken = default) =>
        _world.Services.GetRequiredService<VendorProbe>().AskAsync(_world.Settings.Catalog.Default, _profile, s_limits, cancellationToken);

    private async Task<ProbeAnswer> ImpatientAsync()
    {
        var asking = AskAsync();
        await _world.Time.SomebodyWaitsAsync(s_limits.Patience);
        _world.Time.Advance(s_limits.Patience);
        return await asking;
    }
}
