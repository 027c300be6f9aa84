using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.OpenAI;

public sealed class OpenAIChatClientTests : OpenAITest
{
    private static readonly (string Name, VendorDeed Deed, ErrorCode Code, FailureReason? Reason, bool Charged)[] s_faults =
    [
        ("unauthorized", VendorFaults.Unauthorized, ErrorCode.VendorRefused, FailureReason.Auth, false),
        ("unpaid", VendorFaults.Unpaid, ErrorCode.VendorUnpaid, FailureReason.Billing, false),
        ("no-quota", VendorFaults.NoQuota, ErrorCode.VendorUnpaid, FailureReason.Billing, false),
        ("limited", VendorFaults.Limited(), ErrorCode.VendorLimited, FailureReason.RateLimit, false),
        ("broken", VendorFaults.Broken, ErrorCode.VendorUnavailable, FailureReason.Overloaded, false),
        ("bad-request", VendorFaults.BadRequest, ErrorCode.RequestRefused, null, false),
        ("context-length", VendorFaults.Refuse(400, "invalid_request_error", "context_length_exceeded"), ErrorCode.RequestRefused, null, false),
        ("not-found", VendorFaults.NotFound, ErrorCode.VendorLacksModel, null, false),
        ("malformed", VendorFaults.MalformedJson, ErrorCode.VendorAnswerUnusable, null, true),
        ("wrong-type", VendorFaults.WrongContentType, ErrorCode.VendorAnswerUnusable, null, true),
        ("huge", VendorFaults.HugeBody, ErrorCode.VendorAnswerUnusable, null, true),
        ("redirect", VendorFaults.RedirectTo(new Uri("http://127.0.0.1:9")), ErrorCode.VendorAnswerUnusable, null, false),
        ("reset", VendorFaults.ResetAfterHead, ErrorCode.VendorUnavailable, null, true),
    ];

    /// <summary>It ends in order, and without a reason.</summary>
    private static readonly VendorDeed s_cut = Events("""{"choices":[{"index":0,"delta":{"content":"Part"}}]}""");

    private static VendorDeed Events(string data, string before = "") => async exchange =>
    {
        await exchange.HeadAsync(200, "text/event-stream", null);
        await exchange.ChunkAsync($"{before}data: {data}\n\ndata: [DONE]\n\n");
        await exchange.ChunkAsync("");
    };

    private static IEnumerable<TestCaseData> Faults =>
        from fault in s_faults
        from stream in (bool[])[false, true]
        select new TestCaseData(fault.Deed, stream, fault.Code, fault.Reason, fault.Charged).SetArgDisplayNames(fault.Name, stream ? "stream" : "whole");

    private static IEnumerable<TestCaseData> StreamFaults =>
    [
        new TestCaseData(VendorFaults.BrokenStream, ErrorCode.VendorUnavailable).SetArgDisplayNames("broken"),
        new TestCaseData(s_cut, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("cut"),
        new TestCaseData(VendorFaults.EndlessStream, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("endless"),
        new TestCaseData(VendorFaults.OverloadedStream, ErrorCode.VendorUnavailable).SetArgDisplayNames("error in the stream"),
    ];

    [Test]
    public async Task Whole_answer_has_text_usage_and_reason()
    {
        var answer = await Client().GetResponseAsync(Hello);

        Assert.That(answer.Text, Is.EqualTo("The fake vendor answers."));
        Assert.That(answer.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
        Assert.That((answer.Usage!.InputTokenCount, answer.Usage.OutputTokenCount, answer.Usage.TotalTokenCount), Is.EqualTo((11L, 7L, 18L)));
    }

    [Test]
    public async Task Stream_comes_in_parts_with_usage_at_its_end()
    {
        var parts = await Client().GetStreamingResponseAsync(Hello).ToListAsync();

        Assert.That(parts.Where(part => part.Text.Length > 0).Select(part => part.Text), Is.EqualTo(new[] { "The", " fake", " vendor", " answers." }));
        Assert.That(parts[^1].Contents.OfType<UsageContent>().Single().Details.OutputTokenCount, Is.EqualTo(7));
        Assert.That(parts.ToChatResponse().FinishReason, Is.EqualTo(ChatFinishReason.Stop));
    }

    [Test]
    public async Task First_part_of_a_stream_holds_text()
    {
        var first = await Client().GetStreamingResponseAsync(Hello).FirstAsync();

        Assert.That(first.Text, Is.Not.Empty, "an empty part would end the time for another profile");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Request_goes_once_to_the_endpoint_with_one_credential(bool stream)
    {
        var client = Client();

        if (stream) await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync();
        else await client.GetResponseAsync(Hello);

        var request = Vendor.Requests.Single();
        Assert.That((request.Path, request.Model, request.WantsStream), Is.EqualTo(("/v1/chat/completions", "qwen3:8b", stream)));
        Assert.That(request.Credentials, Is.EqualTo(new[] { ("Authorization", $"Bearer {Key}") }));
    }

    [Test]
    public async Task Answer_names_the_configured_model_whatever_the_endpoint_says()
    {
        Vendor.Next(exchange => exchange.WholeAsync(200, """
            {"id":"x","object":"chat.completion","created":1,"model":"\u202Eevil","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}
            """));

        var answer = await Client().GetResponseAsync(Hello);

        Assert.That((answer.ModelId, answer.ResponseId), Is.EqualTo(("qwen3:8b", (string?)null)));
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Failure_is_classified(VendorDeed deed, bool stream, ErrorCode code, FailureReason? reason, bool charged)
    {
        var failure = await Fail(deed, stream);

        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((code, reason, charged)));
        Assert.That(failure.ToString(), Does.Not.Contain(Key));
        Assert.That(Vendor.Requests, Has.Count.EqualTo(1), "it is sent once");
    }

    [TestCaseSource(nameof(StreamFaults))]
    public async Task Stream_that_ends_badly_may_have_been_charged(VendorDeed deed, ErrorCode code)
    {
        var failure = await Fail(deed, stream: true);

        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((code, (FailureReason?)null, true)));
    }

    [TestCase("""{"error":{"code":502,"message":"Provider disconnected"}}""")]
    [TestCase("""{"id":"x","object":"chat.completion.chunk","created":1,"model":"m","error":{"code":"server_error","message":"gone"},"choices":[{"index":0,"delta":{"content":""}}]}""")]
    public async Task Error_within_a_stream_is_told_as_one(string data)
    {
        var failure = await Fail(Events(data), stream: true);

        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorUnavailable, (FailureReason?)null, true)));
    }

    [TestCase("", """{"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}]}""")]
    [TestCase("", """{"id":null,"created":0,"model":"","choices":[{"index":0,"delta":{"role":"assistant","content":"hi"},"finish_reason":"length","logprobs":null}],"usage":null}""")]
    [TestCase(": PROCESSING\n\n", """{"provider":"X","choices":[{"index":0,"delta":{"content":"hi","reasoning":null},"finish_reason":"stop","native_finish_reason":"eos"}]}""")]
    public async Task Odd_but_honest_streams_are_read(string before, string data)
    {
        Vendor.Next(Events(data, before));

        var answer = await Client().GetStreamingResponseAsync(Hello).ToChatResponseAsync();

        Assert.That(answer.Text, Is.EqualTo("hi"));
    }

    [TestCase("eos")]
    [TestCase("insufficient_system_resource")]
    [TestCase("\\u0000odd")]
    [TestCase("")]
    public async Task Answer_that_ends_for_a_reason_that_the_api_does_not_know_is_read_all_the_same(string reason)
    {
        var last = $$$"""{"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason" : "{{{reason}}}"}],"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}""";
        Vendor.Next(Events(last));
        Vendor.Next(exchange => exchange.WholeAsync(200, last.Replace("delta", "message", StringComparison.Ordinal).Replace("{\"content", "{\"role\":\"assistant\",\"content", StringComparison.Ordinal)));

        var streamed = await Client().GetStreamingResponseAsync(Hello).ToChatResponseAsync();
        var whole = await Client().GetResponseAsync(Hello);

        Assert.That((streamed.Text, streamed.FinishReason, streamed.Usage!.TotalTokenCount), Is.EqualTo(("hi", (ChatFinishReason?)ChatFinishReason.Stop, (long?)4)));
        Assert.That((whole.Text, whole.FinishReason), Is.EqualTo(("hi", (ChatFinishReason?)ChatFinishReason.Stop)));
    }

    [Test]
    public async Task Reason_that_tells_of_a_failure_makes_an_answer_unusable(
        [Values("error", "abort", "aborted", "cancelled", "canceled", "timeout", "Timeout")] string reason, [Values] bool stream)
    {
        var (said, part) = stream ? ("delta", "") : ("message", "\"role\":\"assistant\",");
        var last = $$$"""{"choices":[{"index":0,"{{{said}}}":{{{{part}}}"content":"hi"},"finish_reason":"{{{reason}}}"}]}""";
        var failure = await Fail(stream ? Events(last) : exchange => exchange.WholeAsync(200, last), stream);

        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorAnswerUnusable, (FailureReason?)null, true)));
    }

    [Test]
    public async Task Limit_tells_when_it_ends()
    {
        var failure = await Fail(VendorFaults.Limited(("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "6m0s")), stream: true);

        Assert.That(failure.Reset, Is.EqualTo(Time.GetUtcNow().AddMinutes(6)));
    }

    [Test]
    public async Task Endpoint_that_is_not_there_has_charged_nothing()
    {
        var gone = FakeVendor.Start();
        var client = Client(vendor: gone);
        await gone.DisposeAsync();

        var failure = await Assert.ThrowsAsync<VendorException>(() => client.GetResponseAsync(Hello));

        Assert.That((failure!.Code, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorUnavailable, false)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Cancellation_before_the_answer_passes_through(bool stream)
    {
        Vendor.Next(VendorFaults.Silence);
        using var stop = new CancellationTokenSource();
        var client = Client();
        var asking = stream ? client.GetStreamingResponseAsync(Hello, null, stop.Token).ToChatResponseAsync() : client.GetResponseAsync(Hello, null, stop.Token);
        await Vendor.ArrivedAsync(1);

        await stop.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => asking);
    }

    [Test]
    public async Task Cancellation_within_a_stream_passes_through_and_ends_the_connection()
    {
        var left = new TaskCompletionSource();
        Vendor.Next(async exchange =>
        {
            await VendorFaults.Stall(exchange);
            left.SetResult();
        });
        using var stop = new CancellationTokenSource();
        var parts = Client().GetStreamingResponseAsync(Hello, null, stop.Token).GetAsyncEnumerator();
        await parts.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            while (await parts.MoveNextAsync())
            {
            }
        });
        await left.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Test]
    public async Task Vendor_that_falls_silent_is_given_up()
    {
        Vendor.Next(VendorFaults.Stall);
        var asking = Client().GetStreamingResponseAsync(Hello).ToListAsync().AsTask();
        await Time.SomebodyWaitsAsync(Socket.Limits.Idle);
        await Vendor.ArrivedAsync(1);

        Time.PassesAtOnce = Socket.Limits.Idle;
        Time.Advance(Socket.Limits.Idle);

        var failure = await Assert.ThrowsAsync<VendorException>(() => asking);
        Assert.That((failure!.Code, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorTimeout, true)));
    }
}
