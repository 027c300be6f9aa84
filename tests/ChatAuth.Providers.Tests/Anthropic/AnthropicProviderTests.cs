using Anthropic;
using Anthropic.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>What Anthropic's Messages API is sent, and what becomes of its answers.</summary>
public sealed class AnthropicProviderTests
{
    private static readonly ModelRef s_model = ModelRef.Parse("anthropic/claude-opus-4-5");

    private FakeVendor _vendor = null!;
    private FakeTime _time = null!;
    private VendorSocket _socket = null!;

    [SetUp]
    public void SetUp()
    {
        _vendor = FakeVendor.Start();
        _time = new FakeTime();
        _socket = new VendorSocket(_time);
    }

    [TearDown]
    public async Task TearDown()
    {
        _socket.Dispose();
        await _vendor.DisposeAsync();
    }

    public static IEnumerable<TestCaseData> Credentials =>
    [
        new(new Credential.ApiKey(SecretOf(Canary.ApiKey)), "anthropic", "x-api-key", Canary.ApiKey, null),
        new(new Credential.Token(SecretOf(Canary.Token), null), "anthropic", "Authorization", "Bearer " + Canary.Token, "oauth-2025-04-20"),
        new(new Credential.OAuth(SecretOf(Canary.Access), SecretOf(Canary.Refresh), null), "anthropic", "Authorization", "Bearer " + Canary.Access, "oauth-2025-04-20"),
        new(new Credential.ApiKey(SecretOf(Canary.ApiKey)), "other", "x-api-key", Canary.ApiKey, null),
        new(new Credential.Token(SecretOf(Canary.Token), null), "other", "Authorization", "Bearer " + Canary.Token, null),
    ];

    [TestCaseSource(nameof(Credentials))]
    public async Task Credential_is_shown_once_as_its_kind_is(Credential credential, string provider, string header, string value, string? beta)
    {
        using var client = Open(credential, provider);

        await client.GetResponseAsync("hello");

        var seen = _vendor.Requests.Single();
        Assert.That(seen.Credentials, Is.EqualTo([(header, value)]));
        Assert.That(seen.Header("anthropic-beta"), Is.EqualTo(beta));
        Assert.That(seen.Header("anthropic-version"), Is.EqualTo(AnthropicCall.Version));
        Assert.That(seen.Path, Is.EqualTo("/v1/messages"));
    }

    [Test]
    public async Task Whole_answer_has_its_text_its_end_and_its_usage()
    {
        using var client = Open();

        var answer = await client.GetResponseAsync("hello");

        Assert.That(answer.Text, Is.EqualTo("The fake vendor answers."));
        Assert.That(answer.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
        Assert.That((answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount), Is.EqualTo((11, 7)));
        Assert.That(_vendor.Requests.Single().Model, Is.EqualTo("claude-opus-4-5"));
    }

    [Test]
    public async Task Whole_answer_that_does_not_say_why_it_ended_is_no_answer()
    {
        _vendor.Next(exchange => exchange.WholeAsync(200, """
            {"id":"msg_fake","type":"message","role":"assistant","model":"claude-opus-4-5","content":[{"type":"text","text":"Half an ans"}],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}
            """));
        using var client = Open();

        var failure = await Assert.ThrowsAsync<VendorException>(() => client.GetResponseAsync("hello"));

        Assert.That((failure!.Code, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorAnswerUnusable, true)));
    }

    [Test]
    public async Task Streamed_answer_comes_in_parts_and_ends_with_its_usage()
    {
        using var client = Open();

        var parts = await client.GetStreamingResponseAsync("hello").ToListAsync();

        var answer = parts.ToChatResponse();
        Assert.That(parts.Count(part => part.Text.Length > 0), Is.EqualTo(4));
        Assert.That(answer.Text, Is.EqualTo("The fake vendor answers."));
        Assert.That((answer.Usage?.InputTokenCount, answer.Usage?.OutputTokenCount), Is.EqualTo((11, 7)));
    }

    [Test]
    public async Task Caller_who_leaves_in_the_middle_of_a_stream_is_let_go()
    {
        using var leaving = new CancellationTokenSource();
        using var client = Open();
        _vendor.Next(VendorFaults.Stall);

        Assert.That(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("hello", cancellationToken: leaving.Token)) await leaving.CancelAsync();
        }, Throws.InstanceOf<OperationCanceledException>());
        await Task.CompletedTask;
    }

    public static IEnumerable<TestCaseData> Odd =>
    [
        new(VendorFaults.MalformedJson, true, "vendor-answer-unusable", null),
        new(VendorFaults.MalformedJson, false, "vendor-answer-unusable", null),
        new(Saying("{}"), false, "vendor-answer-unusable", null),
        new(Saying("[1]"), false, "vendor-answer-unusable", null),
        new(Saying(""), false, "vendor-answer-unusable", null),
        new(VendorFaults.CutStream, true, "vendor-answer-unusable", null),
        new(VendorFaults.BrokenStream, true, "vendor-unavailable", null),
        new(VendorFaults.ResetAfterHead, true, "vendor-unavailable", null),
        new(VendorFaults.OverloadedStream, true, "vendor-unavailable", FailureReason.Overloaded),
        new(VendorFaults.EndlessStream, true, "vendor-answer-unusable", null),
        new(VendorFaults.HugeBody, false, "vendor-answer-unusable", null),
    ];

    [TestCaseSource(nameof(Odd))]
    public async Task Odd_answer_has_a_clear_code_and_may_have_been_charged(VendorDeed deed, bool stream, string code, FailureReason? reason)
    {
        using var client = Open();
        _vendor.Next(deed);

        var failure = (await Assert.ThrowsAsync<VendorException>(async () =>
        {
            if (stream) await client.GetStreamingResponseAsync("hello").ToListAsync();
            else _ = (await client.GetResponseAsync("hello")).Text;
        }))!;

        Assert.That((failure.Code.Id, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((code, reason, true)));
        Assert.That(Canary.FoundIn(failure.ToString()), Is.Empty);
    }

    [Test]
    public async Task Refusal_reaches_the_caller_as_the_wire_read_it()
    {
        using var client = Open();
        _vendor.Next(VendorFaults.LimitedFor(TimeSpan.FromMinutes(1)));

        var failure = (await Assert.ThrowsAsync<VendorException>(() => client.GetResponseAsync("hello")))!;

        Assert.That((failure.Code, failure.Reset), Is.EqualTo((ErrorCode.VendorLimited, (DateTimeOffset?)_time.GetUtcNow().AddMinutes(1))));
        Assert.That(_vendor.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Message_of_which_the_sdk_makes_no_request_was_not_sent()
    {
        using var client = Open();

        var failure = (await Assert.ThrowsAsync<VendorException>(
            () => client.GetResponseAsync("hello", new ChatOptions { RawRepresentationFactory = _ => throw new FormatException(Canary.ApiKey) })))!;

        Assert.That((failure.Code, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.RequestUnsendable, false)));
        Assert.That(_vendor.Connections, Is.Zero);
    }

    [Test]
    public async Task Version_is_the_one_that_the_sdk_is_written_for()
    {
        using var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        using var bare = new AnthropicClient(new ClientOptions { HttpClient = http, BaseUrl = _vendor.BaseUrl.ToString(), ApiKey = "fake-key", MaxRetries = 0 });

        await Assert.ThrowsAsync<NotSupportedException>(() => bare.AsIChatClient("fake-1", 1).GetResponseAsync("hello"));

        Assert.That(recorder.Version, Is.EqualTo(AnthropicCall.Version));
    }

    [TestCase("anthropic", null, true)]
    [TestCase("anthropic", "anthropic-messages", true)]
    [TestCase("anthropic", "openai-completions", false)]
    [TestCase("other", "anthropic-messages", true)]
    [TestCase("other", "openai-completions", false)]
    [TestCase("other", null, false)]
    public void Serves_who_speaks_its_api(string provider, string? api, bool serves)
    {
        var id = ProviderId.Parse(provider);

        Assert.That(Provider(new ProviderEndpoint(id, _vendor.BaseUrl, api)).Serves(id), Is.EqualTo(serves));
    }

    [Test]
    public void Serves_anthropic_without_a_word_and_nobody_else()
    {
        var provider = Provider();

        Assert.That(provider.Serves(ProviderId.Parse("anthropic")));
        Assert.That(provider.Serves(ProviderId.Parse("openai")), Is.False);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string? Version { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Version = request.Headers.GetValues("anthropic-version").Single();
            throw new NotSupportedException("It is sent nowhere.");
        }
    }

    private static VendorDeed Saying(string body) => exchange => exchange.WholeAsync(200, body);

    private static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException("It is no secret.");

    private AnthropicProvider Provider(params ProviderEndpoint[] endpoints) =>
        new(new ChatAuthSettings { Catalog = new ModelCatalog([new CatalogModel(s_model, [])], s_model, [], endpoints: endpoints) }, _socket);

    private IChatClient Open(Credential? credential = null, string provider = "anthropic")
    {
        var profile = Profiles.With($"{provider}:work", credential ?? new Credential.ApiKey(SecretOf(Canary.ApiKey)));
        var endpoint = new ProviderEndpoint(profile.Provider, _vendor.BaseUrl, "anthropic-messages");
        return Provider(endpoint).CreateClient(s_model, profile, endpoint, SendPermit.For(profile, endpoint, TimeProvider.System));
    }
}
