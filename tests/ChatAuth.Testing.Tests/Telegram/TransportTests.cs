using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>How requests come and answers go.</summary>
internal sealed class TransportTests : FakeTelegramTest
{
    private HttpClient _http = null!;

    [SetUp]
    public void Open() => _http = new HttpClient { BaseAddress = Server.BaseUrl };

    [TearDown]
    public void Close() => _http.Dispose();

    [TestCase("7000000002:AAFAKE-token-of-the-fake-Telegram-0", "Unauthorized")]
    [TestCase("nonsense", "Unauthorized: invalid token specified")]
    public async Task Wrong_token_is_refused(string token, string description)
    {
        using var response = await _http.GetAsync($"/bot{token}/getMe");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo($$"""{"ok":false,"error_code":401,"description":"{{description}}"}"""));
    }

    [Test]
    public void Token_has_the_shape_of_a_token() => Assert.That(Server.Token, Does.Match("^[0-9]{8,10}:[A-Za-z0-9_-]{35}$"));

    [Test]
    public async Task Unknown_method_is_not_found_and_a_defect()
    {
        NeedSpec();

        Assert.That(await Bot.RefusalAsync("sendMesage", new { }), Is.EqualTo("404 Not Found: method not found"));
        Assert.That(Server.Defects, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Method_ignores_case()
    {
        using var response = await _http.GetAsync($"/bot{Server.Token}/GETME");

        Assert.That(response.IsSuccessStatusCode, Is.True);
    }

    [Test]
    public async Task Query_is_read()
    {
        await _http.GetAsync($"/bot{Server.Token}/sendMessage?chat_id={Chat.Id}&text=12");

        Assert.That(Chat.LastMessage.Text, Is.EqualTo("12"));
    }

    [Test]
    public async Task Form_is_read()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = $"{Chat.Id}",
            ["text"] = "menu",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""",
        });

        await _http.PostAsync($"/bot{Server.Token}/sendMessage", form);

        Assert.That(Chat.LastMessage.Buttons.Single().CallbackData, Is.EqualTo("a"));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Text_that_is_no_JSON_is_refused()
    {
        using var body = new StringContent("{", Encoding.UTF8, "application/json");

        using var response = await _http.PostAsync($"/bot{Server.Token}/getMe", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Request_is_recorded_with_its_outcome()
    {
        await Bot.CallAsync("sendMessage", new { chat_id = 1, text = "x" });

        var request = await Server.WaitForRequestAsync("sendMessage");
        Assert.That(JsonNode.DeepEquals(request.Body, JsonNode.Parse("""{"chat_id":1,"text":"x"}""")), Is.True);
        Assert.That((request.Status, request.Refusal), Is.EqualTo((400, "Bad Request: chat not found")));
    }

    [Test]
    public async Task Unknown_parameter_is_a_defect()
    {
        NeedSpec();

        await Bot.CallAsync("getMe", new { loud = true });

        Assert.That(Server.Defects, Has.Count.EqualTo(1));
    }

    private static void NeedSpec()
    {
        if (ChatAuth.Testing.Telegram.TelegramSpec.Find() is null) Assert.Ignore("Needs the description of the Bot API: put telegram-bot-api.json into ../shared/specs.");
    }
}
