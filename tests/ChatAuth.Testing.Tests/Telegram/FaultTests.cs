using System.Net;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>What goes wrong on demand.</summary>
internal sealed class FaultTests : FakeTelegramTest
{
    [Test]
    public async Task Connection_that_breaks_before_leaves_nothing_done()
    {
        Server.Faults.DropBefore("sendMessage");

        Assert.That(() => Bot.SendAsync(Chat, "lost"), Throws.InstanceOf<HttpRequestException>());
        await Bot.SendAsync(Chat, "kept");

        Assert.That(Chat.BotMessages.Single().Text, Is.EqualTo("kept"));
    }

    [Test]
    public void Connection_that_breaks_after_leaves_it_done()
    {
        Server.Faults.DropAfter("sendMessage");

        Assert.That(() => Bot.SendAsync(Chat, "done"), Throws.InstanceOf<HttpRequestException>());

        Assert.That(Chat.LastMessage.Text, Is.EqualTo("done"));
    }

    [Test]
    public async Task Page_of_a_gateway_is_answered_in_place_of_JSON()
    {
        Server.Faults.AnswerHtml(502);
        using var http = new HttpClient();

        using var response = await http.GetAsync($"{Server.BaseUrl}bot{Server.Token}/getMe");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.StartWith("<html>"));
    }

    [Test]
    public async Task Flood_of_one_chat_spares_the_others()
    {
        var other = Server.PrivateChat(Server.AddPerson("Bob")).AlreadyOpen();
        Server.Faults.Flood(5, Chat, times: 2);

        var refusals = new[]
        {
            await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x" }),
            await Bot.RefusalAsync("sendMessage", new { chat_id = other.Id, text = "x" }),
            await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x" }),
            await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x" }),
        };

        Assert.That(refusals, Is.EqualTo(new[] { "429 Too Many Requests: retry after 5", "done", "429 Too Many Requests: retry after 5", "done" }));
    }

    [Test]
    public async Task Held_request_waits_for_the_test()
    {
        var held = Server.Faults.Hold("sendMessage");
        var sending = Bot.SendAsync(Chat, "held");
        await held.Arrived;
        var before = Chat.BotMessages.Count;

        held.Release();
        await sending;

        Assert.That((before, Chat.BotMessages.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Held_answer_belongs_to_a_request_that_is_done()
    {
        var held = Server.Faults.Hold("sendMessage", afterDoing: true);
        var sending = Bot.SendAsync(Chat, "done");
        await held.Arrived;

        Assert.That((Chat.LastMessage.Text, sending.IsCompleted), Is.EqualTo(("done", false)));
        held.Release();
        await sending;
    }

    [Test]
    public async Task Slow_answer_comes()
    {
        Server.Faults.Slow(TimeSpan.FromMilliseconds(1));

        Assert.That(await Bot.SendAsync(Chat, "slow"), Is.Positive);
    }

    [Test]
    public async Task Server_that_died_comes_back_at_its_address_with_all_it_knew()
    {
        var address = Server.BaseUrl;
        Chat.Write("/model");

        await Server.DieAsync();
        Assert.That(() => Bot.CallAsync("getMe"), Throws.InstanceOf<HttpRequestException>());
        await Server.ComeBackAsync();

        Assert.That(Server.BaseUrl, Is.EqualTo(address));
        Assert.That((await Bot.CallAsync("getUpdates"))["result"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Poll_dies_with_the_server()
    {
        var poll = Bot.CallAsync("getUpdates", new { timeout = 30 });
        await Server.WaitForRequestArrivalAsync("getUpdates");

        await Server.DieAsync();

        Assert.That(() => poll, Throws.InstanceOf<HttpRequestException>());
    }
}
