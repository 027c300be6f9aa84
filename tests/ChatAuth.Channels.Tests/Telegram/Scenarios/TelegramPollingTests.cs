namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Fetching updates: what Telegram does to it, and what it does about that.</summary>
internal sealed class TelegramPollingTests : TelegramScenario
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_fiveSeconds = TimeSpan.FromSeconds(5);

    [Test]
    public async Task Updates_arrive_and_that_is_known()
    {
        var (ann, chat) = await Stage.OwnerAsync();

        await Stage.SayAsync(chat, ann, "/model list");

        Assert.That(Stage.Process.Readiness.IsReady);
    }

    [Test]
    public async Task Ids_that_begin_anew_at_lower_numbers_are_handled()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");
        Server.RestartUpdateIds(100);

        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Telegram_that_fell_is_found_again_when_it_is_back()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");

        await Server.DieAsync();
        await World.Time.SomebodyWaitsAsync(s_second);
        var problem = Stage.Process.Readiness.Problem;
        await Server.ComeBackAsync();
        World.Time.PassesAtOnce = s_second;
        World.Time.Advance(s_second);
        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(problem, Is.EqualTo("Telegram is out of reach"));
        Assert.That(Stage.Process.Readiness.IsReady);
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Other_installation_that_fetches_is_waited_for()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");
        await Server.WaitForRequestArrivalAsync("getUpdates", Server.RequestsOf("getUpdates").Count);
        using var foreign = new HttpClient();

        var fetching = foreign.GetAsync($"{Server.BaseUrl}bot{Server.Token}/getUpdates?timeout=25");
        await World.Time.SomebodyWaitsAsync(s_fiveSeconds);
        var problem = Stage.Process.Readiness.Problem;
        chat.Write("/model gpt");
        using var fetched = await fetching;
        World.Time.Advance(s_fiveSeconds);
        await Stage.SettleAsync();

        Assert.That(problem, Does.Contain("another process fetches"));
        Assert.That(Stage.Process.Readiness.IsReady);
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [TestCase(500, "Internal Server Error")]
    [TestCase(429, "Too Many Requests: retry after 1")]
    [TestCase(400, "Bad Request: strange")]
    public async Task Refusal_of_a_fetch_is_no_end(int code, string description)
    {
        var (ann, chat) = await Stage.OwnerAsync();
        World.Time.PassesAtOnce = s_second;
        Server.Faults.Refuse(code, description, method: "getUpdates", times: 2);

        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Pages_in_place_of_answers_are_no_end()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        World.Time.PassesAtOnce = s_second;
        Server.Faults.AnswerHtml(method: "getUpdates", times: 2);
        Server.Faults.DropAfter("getUpdates");

        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Many_updates_at_once_are_handled_in_their_order()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        foreach (var model in Enumerable.Range(0, 150).Select(number => number % 2 == 0 ? "gpt" : "sonnet")) chat.Write(ann, $"/model {model}");

        await Stage.SettleAsync();

        Assert.That(chat.BotMessages.Count(message => message.Text.Contains("Now: gpt", StringComparison.Ordinal)), Is.EqualTo(75));
        Assert.That(chat.BotMessages.Count(message => message.Text.Contains("Now: sonnet", StringComparison.Ordinal)), Is.EqualTo(75));
        Assert.That(TextIn(chat), Does.Not.Contain("superseded"));
    }
}
