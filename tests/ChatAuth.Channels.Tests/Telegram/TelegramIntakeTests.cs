using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class TelegramIntakeTests
{
    private static readonly TelegramBot s_bot = new(7, "ChatAuthTestBot", false);

    private TestWorld _world = null!;
    private ScriptedSender _sender = null!;
    private HeldLedger _ledger = null!;
    private TelegramIntake _intake = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld();
        _world.Credentials.Token("anthropic:work");
        await _world.Access.SaveOwnerAsync(new("telegram", 42), true, default);
        _sender = new ScriptedSender(_world.Time);
        _ledger = new HeldLedger();
        _intake = new TelegramIntake(new TelegramChannel(_world.Chat, _sender, time: _world.Time), _ledger);
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Update_is_handled_and_recorded()
    {
        var taken = await TakeAsync(1);
        await taken[0].Recorded;

        Assert.That(Replies, Is.EqualTo(1));
        Assert.That(_ledger.Records.Single(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Update_that_ends_while_the_ledger_is_asked_about_it_is_not_handled_again()
    {
        var recording = new TaskCompletionSource();
        _ledger.Recording = recording.Task;
        var first = (await TakeAsync(1))[0].Recorded;
        var finding = new TaskCompletionSource();
        _ledger.Finding = finding.Task;

        var again = TakeAsync(1);
        recording.SetResult();
        await first;
        finding.SetResult();
        await (await again)[0].Recorded;

        Assert.That(Replies, Is.EqualTo(1));
    }

    [Test]
    public async Task Update_that_comes_twice_at_once_is_handled_once()
    {
        var finding = new TaskCompletionSource();
        _ledger.Finding = finding.Task;

        Task<IReadOnlyList<(long Id, Task Recorded)>>[] both = [TakeAsync(1), TakeAsync(1, 1)];
        finding.SetResult();
        foreach (var taken in both) await Task.WhenAll((await taken).Select(update => update.Recorded));

        Assert.That(Replies, Is.EqualTo(1));
    }

    [Test]
    public async Task Ledger_that_fails_leaves_the_update_for_the_next_time()
    {
        _ledger.Finding = Task.FromException(new ChatAuthException(ErrorCode.Internal));
        Assert.That(async () => await TakeAsync(1), Throws.TypeOf<ChatAuthException>());
        _ledger.Finding = Task.CompletedTask;

        await (await TakeAsync(1))[0].Recorded;

        Assert.That(Replies, Is.EqualTo(1));
    }

    [Test]
    public async Task Update_that_cannot_be_recorded_is_dealt_with_all_the_same()
    {
        _ledger.Recording = Task.FromException(new ChatAuthException(ErrorCode.Internal));

        await (await TakeAsync(1))[0].Recorded;

        Assert.That(Replies, Is.EqualTo(1));
    }

    [Test]
    public async Task Work_that_is_cut_short_is_neither_dealt_with_nor_recorded()
    {
        _world.Vendor.Until = new TaskCompletionSource().Task;
        using var work = new CancellationTokenSource();
        var taken = (await TakeAsync("hello", work.Token))[0].Recorded;
        SpinWait.SpinUntil(() => !_world.Vendor.Seen.IsEmpty);

        await work.CancelAsync();

        Assert.That(async () => await taken, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_ledger.Records, Is.Empty);
    }

    [TestCase("""{"update_id":"1"}""")]
    [TestCase("""{"update_id":1.5}""")]
    [TestCase("""{}""")]
    [TestCase("7")]
    public async Task What_has_no_number_is_passed_over(string json) =>
        Assert.That(await _intake.TakeAsync(s_bot, [JsonElement.Parse(json)], default, default), Is.Empty);

    private int Replies => _sender.Sent.Count(sent => sent.Request is TelegramRequest.SendMessage);

    private Task<IReadOnlyList<(long Id, Task Recorded)>> TakeAsync(params int[] ids) =>
        _intake.TakeAsync(s_bot, [.. ids.Select(id => Update(id, "/model list"))], default, default);

    private Task<IReadOnlyList<(long Id, Task Recorded)>> TakeAsync(string text, CancellationToken work) =>
        _intake.TakeAsync(s_bot, [Update(1, text)], default, work);

    private static JsonElement Update(int id, string text) => JsonElement.Parse(
        $$$"""
        {"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1772366400,"text":"{{{text}}}","chat":{"id":42,"type":"private"},
        "from":{"id":42,"is_bot":false,"first_name":"Ann"} } }
        """);
}
