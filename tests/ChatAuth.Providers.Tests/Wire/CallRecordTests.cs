using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Wire;

/// <summary>What the log is told of a call that failed.</summary>
public sealed class CallRecordTests : WireTest
{
    public static IEnumerable<TestCaseData> Stages =>
    [
        new(VendorFaults.ResetBeforeHead, CallStage.Waiting, null, null),
        new(VendorFaults.NotHttp, CallStage.Waiting, null, null),
        new(VendorFaults.Limited(), CallStage.Refused, 429, "application/json"),
        new(VendorFaults.BadGateway, CallStage.Refused, 502, "text/html"),
        new(VendorFaults.WrongContentType, CallStage.Answering, 200, "text/html"),
        new(VendorFaults.ResetAfterHead, CallStage.Answering, 200, "application/json"),
    ];

    [TestCaseSource(nameof(Stages))]
    public async Task Record_tells_how_far_the_call_had_come(VendorDeed deed, CallStage stage, int? status, string? type)
    {
        var detail = (await Fail(deed)).Detail!;

        Assert.That((detail.Stage, detail.Status, detail.MediaType), Is.EqualTo((stage, status, type)));
        Assert.That(detail.SentTo, Is.EqualTo(Vendor.BaseUrl.GetLeftPart(UriPartial.Authority)));
    }

    [Test]
    public async Task Call_that_nobody_took_says_why()
    {
        await Vendor.DisposeAsync();

        var failure = await Assert.ThrowsAsync<VendorException>(() => Send());

        Assert.That(failure!.Detail!.Stage, Is.EqualTo(CallStage.Unsent));
        Assert.That(failure.Detail.Causes, Is.EqualTo("HttpRequestException ConnectionError < SocketException ConnectionRefused"));
    }

    [Test]
    public async Task Refusal_is_told_with_the_vendors_own_words_and_reference()
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(
            400, """{"error":{"type":"invalid_request_error","code":"bad_value","message":"max_tokens: 9000 > 8192,\n which is the\u0007 most"},"echo":"the question"}"""))).Detail!;

        Assert.That((detail.ErrorType, detail.ErrorCode, detail.RequestId), Is.EqualTo(("invalid_request_error", "bad_value", "req_fake")));
        Assert.That(detail.Excerpt, Is.EqualTo("max_tokens: 9000 > 8192, which is the most"));
    }

    [Test]
    public async Task Question_that_a_moderator_repeats_is_not_told()
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(
            403, """{"error":{"code":403,"metadata":{"reasons":["violence"],"flagged_input":"what was asked"}}}"""))).Detail!;

        Assert.That(detail.ToString(), Does.Not.Contain("what was asked"));
    }

    [TestCase(422, "application/json", """{"detail":[{"type":"string_too_long","loc":["body","messages"],"msg":"Too long","input":"Where is grandmother's house?"}]}""")]
    [TestCase(400, "text/plain", "Not understood: Where is grandmother's house?")]
    [TestCase(502, "text/html", "<p>Where is grandmother's house?</p>")]
    [TestCase(307, "text/html", "<p>Where is grandmother's house?</p>")]
    [TestCase(200, "text/plain", "Grandmother's house stands at the lake.")]
    [TestCase(200, "application/problem+json", """{"error":{"message":"Grandmother's house stands at the lake."}}""")]
    public async Task Body_of_another_form_is_told_by_none_of_its_text(int status, string type, string body)
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(status, body, type))).Detail!;

        Assert.That((detail.Excerpt, detail.BytesRead), Is.EqualTo(((string?)null, (long)body.Length)));
    }

    [Test]
    public async Task Packed_page_is_told_by_none_of_its_text()
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(200, "<p>packed</p>", "text/html", ("Content-Encoding", "gzip")))).Detail!;

        Assert.That((detail.Excerpt, detail.Encoding), Is.EqualTo(((string?)null, "gzip")));
    }

    [TestCase("Where is grandmother's house?", "messages.0: Where is grandmother's house? is not allowed", "messages.0: … is not allowed")]
    [TestCase("Where is grandmother's house?", "bad text 'where is\nGRANDMOTHER S HOUSE'", "bad text '…'")]
    [TestCase("Wo wohnt Großmütterchen \"Öse\"?", "unerlaubt: wohnt Großmütterchen \"Öse\"", "unerlaubt: …\"")]
    [TestCase("Где живёт бабушка?", "no: Где живёт бабушка?", "no: …")]
    [TestCase("Where is grandmother's house?", "max_tokens of fake-model-1: 9000 > 8192", "max_tokens of fake-model-1: 9000 > 8192")]
    public async Task Question_that_a_refusal_quotes_is_not_told(string asked, string message, string told)
    {
        Vendor.Next(exchange => exchange.WholeAsync(400, Json(new { error = new { type = "invalid_request_error", message } })));

        var failure = await Assert.ThrowsAsync<VendorException>(() => Send(request => request.Content = new StringContent(
            Json(new { model = "fake-model-1", messages = new[] { new { role = "user", content = asked } } }), System.Text.Encoding.UTF8, "application/json")));

        Assert.That(failure!.Detail!.Excerpt, Is.EqualTo(told));
    }

    [Test]
    public async Task Page_in_place_of_an_answer_is_told_by_its_beginning()
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(200, "<html>Sign in to the network</html>" + new string('x', 100_000), "text/html"))).Detail!;

        Assert.That(detail.Excerpt, Does.StartWith("<html>Sign in to the network</html>").And.Length.LessThan(320));
        Assert.That(detail.BytesRead, Is.EqualTo(64 * 1024));
    }

    [Test]
    public async Task Answer_that_broke_off_is_told_by_its_length_and_by_none_of_its_text()
    {
        var detail = (await Fail(VendorFaults.BrokenStream, stream: true)).Detail!;

        Assert.That(detail.BytesRead, Is.GreaterThan(100));
        Assert.That((detail.Excerpt, detail.ToString()), Is.EqualTo(((string?)null, detail.ToString().Replace("Partly", "", StringComparison.Ordinal))));
    }

    [TestCase("https://user:pass@else.example/path?key=1", "https://else.example:443")]
    [TestCase("/elsewhere", null)]
    public async Task Redirect_is_told_by_its_origin_only(string location, string? told)
    {
        var detail = (await Fail(exchange => exchange.WholeAsync(307, "", headers: [("Location", location)]))).Detail!;

        Assert.That(detail.RedirectedTo, Is.EqualTo(told));
    }

    [Test]
    public async Task Time_is_measured_by_a_clock_that_nobody_sets()
    {
        var asked = Fail(async exchange =>
        {
            Time.Jump(TimeSpan.FromDays(-30 * 365));
            Time.Advance(TimeSpan.FromSeconds(3));
            await VendorFaults.Broken(exchange);
        });

        Assert.That((await asked).Detail!.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(3)));
    }

    public static IEnumerable<TestCaseData> Echoes =>
        from form in new (string Name, Func<string, string> Of)[]
        {
            ("whole", key => key), ("masked", key => $"{key[..8]}...{key[^4..]}"), ("masked apart", key => $"{key[..8]} ... {key[^4..]}"),
            ("tail", key => key[^12..]), ("pieces", key => string.Join(' ', key.Chunk(5).Select(piece => new string(piece)))),
            ("quoted pieces", key => string.Join("\", \"", key.Chunk(4).Select(piece => new string(piece)))), ("other case", key => key.ToLowerInvariant()),
            ("lines", key => string.Join("\n", key.Chunk(9).Select(piece => new string(piece)))),
        }
        from place in new (string Name, Func<string, VendorDeed> Of)[]
        {
            ("message", echo => exchange => exchange.WholeAsync(401, Json(new { error = new { type = "authentication_error", message = $"Not known: {echo}." } }))),
            ("type", echo => exchange => exchange.WholeAsync(401, Json(new { error = new { type = echo, code = echo } }))),
            ("page", echo => exchange => exchange.WholeAsync(502, $"<p>{echo}</p>", "text/html")),
            ("page as an answer", echo => exchange => exchange.WholeAsync(200, $"<p>{echo}</p>", "text/html")),
            ("other form", echo => exchange => exchange.WholeAsync(400, Json(new { detail = echo }))),
            ("headers", echo => exchange => exchange.WholeAsync(500, "{}", headers:
                [("request-id", OneLine(echo)), ("x-request-id", OneLine(echo)), ("Content-Encoding", OneLine(echo)), ("Set-Cookie", OneLine(echo)), ("retry-after", OneLine(echo))])),
            ("redirect", echo => exchange => exchange.WholeAsync(307, echo, headers: [("Location", $"https://{OneLine(echo).Replace(' ', '-')}.example/{OneLine(echo)}")])),
            ("broken answer", echo => async exchange =>
            {
                await exchange.HeadAsync(200, "application/json", 1_000, ("x-request-id", OneLine(echo)));
                await exchange.WriteAsync($"{{\"{echo}");
                exchange.Close();
            }),
            ("media type", echo => exchange => exchange.WholeAsync(200, "{}", $"text/{OneLine(echo).Replace(' ', '-')}")),
        }
        select new TestCaseData(form.Of, place.Of).SetArgDisplayNames(form.Name, place.Name);

    [TestCaseSource(nameof(Echoes))]
    public async Task Credential_that_the_vendor_repeats_is_not_told(Func<string, string> form, Func<string, VendorDeed> place)
    {
        var failure = await Fail(place(form(Canary.ApiKey)));

        var told = $"{failure} {failure.Detail}";
        Assert.That(Canary.FoundIn(told).Concat(Canary.FoundIn(new string([.. told.Where(char.IsAsciiLetterOrDigit)]))), Is.Empty);
        Assert.That(told, Does.Not.Contain(Canary.ApiKey[^4..]));
        Assert.That(failure.Code, Is.Not.EqualTo(ErrorCode.CredentialForClaudeCodeOnly));
    }

    private static string Json(object value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('"', ' ');
}
