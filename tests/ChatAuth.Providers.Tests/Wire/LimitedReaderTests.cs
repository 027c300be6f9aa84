using System.Text;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>Answers without an end, without a form, or without a rest.</summary>
public sealed class LimitedReaderTests : WireTest
{
    public static IEnumerable<TestCaseData> Odd =>
    [
        new(VendorFaults.EndlessStream, true, "vendor-answer-unusable"),
        new(VendorFaults.EndlessPings, true, "vendor-answer-unusable"),
        new(VendorFaults.Packed, false, "vendor-answer-unusable"),
        new(VendorFaults.HugeBody, false, "vendor-answer-unusable"),
        new(VendorFaults.HugeHead, false, "vendor-answer-unusable"),
        new(VendorFaults.WrongContentType, false, "vendor-answer-unusable"),
        new(VendorFaults.NotHttp, false, "vendor-answer-unusable"),
        new(VendorFaults.BrokenStream, true, "vendor-unavailable"),
        new(VendorFaults.ResetAfterHead, true, "vendor-unavailable"),
        new(VendorFaults.ResetAfterHead, false, "vendor-unavailable"),
    ];

    [TestCaseSource(nameof(Odd))]
    public async Task Odd_answer_is_cut_off_and_may_have_been_charged_and_is_not_the_accounts_fault(VendorDeed deed, bool stream, string code)
    {
        var failure = await Fail(deed, stream);

        Assert.That((failure.Code.Id, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((code, (FailureReason?)null, true)));
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(30 * 365)]
    [TestCase(-30 * 365)]
    public async Task Clock_that_is_set_cuts_no_answer_off(int days)
    {
        Vendor.Next(async exchange =>
        {
            await exchange.HeadAsync(200, "text/event-stream", null);
            await exchange.ChunkAsync("data: one\n\n");
            Time.Jump(TimeSpan.FromDays(days));
            await exchange.ChunkAsync("data: two\n\n");
            await exchange.ChunkAsync("");
        });

        using var answer = await Send(stream: true);

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("data: one\n\ndata: two\n\n"));
    }

    [Test]
    public async Task Reader_that_takes_its_time_between_two_parts_is_not_waited_for()
    {
        Vendor.Next(async exchange =>
        {
            await exchange.HeadAsync(200, "text/event-stream", null);
            await exchange.ChunkAsync("data: one\n\n");
            await exchange.ChunkAsync("data: two\n\n");
            await exchange.ChunkAsync("");
        });
        using var answer = await Send(stream: true);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var read = new byte[4];
        var taken = await body.ReadAsync(read);

        Time.Advance(Socket.Limits.Idle * 6);

        using var rest = new StreamReader(body);
        Assert.That(Encoding.UTF8.GetString(read, 0, taken) + await rest.ReadToEndAsync(), Is.EqualTo("data: one\n\ndata: two\n\n"));
    }

    [Test]
    public async Task Refusal_without_an_end_is_read_no_further_and_its_connection_ends()
    {
        var ended = new TaskCompletionSource();
        Vendor.Next(async exchange =>
        {
            await exchange.HeadAsync(500, "application/json", null);
            await exchange.ChunkAsync("{");
            await exchange.HoldAsync();
            ended.SetResult();
        });
        var asked = Assert.ThrowsAsync<VendorException>(() => Send());
        await Time.SomebodyWaitsAsync(Socket.Limits.Refused);
        Time.Advance(Socket.Limits.Refused);

        var failure = await asked;

        Assert.That(failure!.Code, Is.EqualTo(ErrorCode.VendorUnavailable));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Test]
    public async Task Stream_that_falls_silent_ends_with_the_time_between_two_parts()
    {
        var asked = Fail(VendorFaults.Stall, stream: true);
        await Time.SomebodyWaitsAsync(Socket.Limits.Idle);

        // What is under way still arrives; each part is waited for anew.
        while (!asked.IsCompleted)
        {
            Time.Advance(Socket.Limits.Idle);
            await Task.Yield();
        }

        var failure = await asked;
        Assert.That((failure.Code, failure.Reason, failure.MayHaveBeenCharged), Is.EqualTo((ErrorCode.VendorTimeout, FailureReason.Timeout, true)));
    }
}
