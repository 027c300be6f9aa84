namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>How updates are fetched.</summary>
internal sealed class PollingTests : FakeTelegramTest
{
    private const string Conflict = "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    [Test]
    public async Task Updates_come_again_until_they_are_confirmed()
    {
        Chat.Write("one");
        Chat.Write("two");

        var first = await IdsAsync(new { });
        var again = await IdsAsync(new { offset = first[1] });
        var none = await IdsAsync(new { offset = first[1] + 1 });

        Assert.That(first, Is.EqualTo(new[] { first[0], first[0] + 1 }));
        Assert.That(again, Is.EqualTo(new[] { first[1] }));
        Assert.That(none, Is.Empty);
        Assert.That(Server.PendingUpdates, Is.Zero);
    }

    [Test]
    public async Task Limit_cuts_the_answer()
    {
        Chat.Write("one");
        Chat.Write("two");

        Assert.That(await IdsAsync(new { limit = 1 }), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Negative_offset_keeps_the_last_and_forgets_the_others()
    {
        Chat.Write("one");
        Chat.Write("two");

        var last = await IdsAsync(new { offset = -1 });

        Assert.That(last, Has.Count.EqualTo(1));
        Assert.That(Server.PendingUpdates, Is.EqualTo(1));
    }

    [Test]
    public async Task Poll_ends_with_the_update_that_it_waited_for()
    {
        var poll = IdsAsync(new { timeout = 30 });
        await Server.WaitForRequestArrivalAsync("getUpdates");

        Chat.Write("here");

        Assert.That(await poll, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Second_poll_ends_the_first()
    {
        var first = Bot.RefusalAsync("getUpdates", new { timeout = 30 });
        await Server.WaitForRequestArrivalAsync("getUpdates");
        var second = IdsAsync(new { timeout = 30 });

        var refusal = await first;
        Chat.Write("here");

        Assert.That(refusal, Is.EqualTo(Conflict));
        Assert.That(await second, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Poll_beside_a_webhook_is_refused()
    {
        await Bot.CallAsync("setWebhook", new { url = "http://127.0.0.1:1/" });

        var refusal = await Bot.RefusalAsync("getUpdates", new { });

        Assert.That(refusal, Is.EqualTo("409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
    }

    [Test]
    public async Task Webhook_ends_a_poll()
    {
        var poll = Bot.RefusalAsync("getUpdates", new { timeout = 30 });
        await Server.WaitForRequestArrivalAsync("getUpdates");

        await Bot.CallAsync("setWebhook", new { url = "http://127.0.0.1:1/" });

        Assert.That(await poll, Is.EqualTo("409 Conflict: terminated by setWebhook request"));
    }

    [Test]
    public async Task Kinds_that_are_not_allowed_do_not_come()
    {
        await Bot.CallAsync("getUpdates", new { allowed_updates = new[] { "callback_query" } });

        Chat.Write("unheard");

        Assert.That(Server.PendingUpdates, Is.Zero);
    }

    [Test]
    public async Task Ids_that_start_anew_come_although_the_offset_is_higher()
    {
        Chat.Write("old");
        var old = (await IdsAsync(new { })).Single();
        await IdsAsync(new { offset = old + 1 });

        Server.RestartUpdateIds(77);
        Chat.Write("new");

        Assert.That(await IdsAsync(new { offset = old + 1 }), Is.EqualTo(new[] { 77 }));
        Assert.That(await IdsAsync(new { offset = 78 }), Is.Empty);
    }

    [Test]
    public async Task Update_told_again_has_its_old_id()
    {
        Chat.Write("once");
        var id = (await IdsAsync(new { })).Single();
        await IdsAsync(new { offset = id + 1 });

        Server.Redeliver(id);

        Assert.That(await IdsAsync(new { offset = 0 }), Is.EqualTo(new[] { id }));
    }

    private async Task<IReadOnlyList<long>> IdsAsync(object parameters) =>
        [.. (await Bot.CallAsync("getUpdates", parameters))["result"]!.AsArray().Select(update => update!["update_id"]!.GetValue<long>())];
}
