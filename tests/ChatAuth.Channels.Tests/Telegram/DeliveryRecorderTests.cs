using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class DeliveryRecorderTests
{
    [Test]
    public async Task What_waits_together_is_written_together()
    {
        var first = new TaskCompletionSource();
        var ledger = new HeldLedger { Recording = first.Task };
        var recorder = new DeliveryRecorder(ledger);
        List<Task> recorded = [recorder.RecordAsync("telegram:7", 1)];
        SpinWait.SpinUntil(() => !ledger.Records.IsEmpty);

        recorded.AddRange(Enumerable.Range(2, 30).Select(id => recorder.RecordAsync("telegram:7", id)));
        first.SetResult();
        await Task.WhenAll(recorded);

        Assert.That(ledger.Records, Has.Count.EqualTo(2));
        Assert.That(ledger.Records.Last(), Is.EqualTo(Enumerable.Range(2, 30)));
    }

    [Test]
    public async Task Failure_is_told_to_those_who_wait_for_it_and_the_next_is_written()
    {
        var ledger = new HeldLedger { Recording = Task.FromException(new ChatAuthException(ErrorCode.Internal)) };
        var recorder = new DeliveryRecorder(ledger);

        Assert.That(async () => await recorder.RecordAsync("telegram:7", 1), Throws.TypeOf<ChatAuthException>());
        ledger.Recording = Task.CompletedTask;
        await recorder.RecordAsync("telegram:7", 2);

        Assert.That(await ledger.FindKnownAsync("telegram:7", [1, 2], default), Is.EqualTo(new[] { 2 }));
    }
}
