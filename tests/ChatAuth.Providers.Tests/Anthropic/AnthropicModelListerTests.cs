using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>Anthropic's list of models over a real socket.</summary>
public sealed class AnthropicModelListerTests
{
    private const string Key = "sk-ant-api03-FAKE-work";
    private static readonly ProviderId s_anthropic = ProviderId.Parse("anthropic");

    private FakeVendor _vendor = null!;
    private VendorSocket _socket = null!;

    [SetUp]
    public void SetUp() => (_vendor, _socket) = (FakeVendor.Start(), new VendorSocket(new FakeTime()));

    [TearDown]
    public async Task TearDown()
    {
        _socket.Dispose();
        await _vendor.DisposeAsync();
    }

    [Test]
    public async Task Every_page_is_read_and_names_for_people_come_along()
    {
        _vendor.List(Key, "claude-a|Claude A", "claude-b", "claude-c", "claude-d", "claude-e", "claude-f", "claude-g");

        var models = await ListAsync();

        Assert.That(models.All.Select(model => model.Id), Is.EqualTo("abcdefg".Select(letter => $"claude-{letter}")));
        Assert.That(models.All[0].Label, Is.EqualTo("Claude A"));
        Assert.That(_vendor.Requests.Select(request => request.Path), Is.EqualTo(new[]
        {
            "/v1/models?limit=1000", "/v1/models?limit=1000&after_id=claude-c", "/v1/models?limit=1000&after_id=claude-f",
        }));
    }

    [Test]
    public async Task Key_is_shown_alone_and_nothing_of_ours_beside_what_the_api_asks_for()
    {
        _vendor.List(Key);

        await ListAsync();

        var request = _vendor.Requests.Single();
        Assert.That(request.Credentials, Is.EqualTo(new[] { ("x-api-key", Key) }));
        Assert.That(request.Header("anthropic-version"), Is.EqualTo(AnthropicCall.Version));
        Assert.That((request.Method, request.Body), Is.EqualTo(("GET", "")));
    }

    [Test]
    public async Task Login_is_shown_as_a_bearer()
    {
        _vendor.List("fake-access", "claude-a");
        Secret.TryCreate("fake-access", out var access);

        var models = await ListAsync(new Credential.OAuth(access, null, null));

        Assert.That(models.All.Single().Id, Is.EqualTo("claude-a"));
        Assert.That(_vendor.Requests.Single().Header("Authorization"), Is.EqualTo("Bearer fake-access"));
    }

    [Test]
    public async Task Two_accounts_are_told_their_own_models()
    {
        _vendor.List(Key, "claude-a");
        _vendor.List("sk-ant-api03-FAKE-other", "claude-b");

        Secret.TryCreate("sk-ant-api03-FAKE-other", out var other);
        var (ours, theirs) = (await ListAsync(), await ListAsync(new Credential.ApiKey(other)));

        Assert.That((ours.All.Single().Id, theirs.All.Single().Id), Is.EqualTo(("claude-a", "claude-b")));
    }

    [Test]
    public async Task List_that_never_ends_is_read_for_twenty_pages()
    {
        var page = 0;
        _vendor.Otherwise = exchange =>
        {
            page++;
            return exchange.WholeAsync(200, $$"""{"data":[{"id":"m{{page}}"}],"has_more":true,"last_id":"m{{page}}"}""");
        };

        var models = await ListAsync();

        Assert.That((models.All.Count, models.IsCut, page), Is.EqualTo((20, true, 20)));
    }

    [Test]
    public async Task Page_that_leads_to_itself_is_the_last()
    {
        _vendor.Otherwise = exchange => exchange.WholeAsync(200, """{"data":[{"id":"m"}],"has_more":true,"last_id":"m"}""");

        var models = await ListAsync();

        Assert.That((models.All.Count, _vendor.Requests.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Hostile_mark_of_the_next_page_stays_a_value()
    {
        _vendor.Next(exchange => exchange.WholeAsync(200, """{"data":[],"has_more":true,"last_id":"../../x?y=1#z&limit=2 http://elsewhere/\r\n"}"""));
        _vendor.List(Key, "claude-a");

        await ListAsync();

        Assert.That(_vendor.Requests.Last().Path, Is.EqualTo("/v1/models?limit=1000&after_id=..%2F..%2Fx%3Fy%3D1%23z%26limit%3D2%20http%3A%2F%2Felsewhere%2F%0D%0A"));
    }

    [Test]
    public async Task Hostile_entries_are_left_out_or_cleaned()
    {
        _vendor.Otherwise = exchange => exchange.WholeAsync(200, """
            {"data":[{"id":"ok","display_name":"O\u202EK\u001b[2J\nnext"},{"id":"two words"},{"id":"\u202Ex"},{"id":7},{"name":"none"},"text",null,[],{"id":"\ud800"},{"id":"other","display_name":5}]}
            """);

        var models = await ListAsync();

        Assert.That(models.All, Is.EqualTo(new OfferedModel[] { new("ok", "OK[2J next"), new("other", null) }));
        Assert.That(models.Dropped, Is.EqualTo(8));
    }

    [Test]
    public async Task List_of_more_models_than_anybody_reads_is_cut()
    {
        _vendor.Otherwise = exchange => exchange.WholeAsync(200, $$"""{"data":[{{string.Join(',', Enumerable.Range(0, 6_000).Select(number => $$"""{"id":"m{{number}}"}"""))}}],"has_more":true,"last_id":"m5999"}""");

        var models = await ListAsync();

        Assert.That((models.All.Count, models.IsCut, _vendor.Requests.Count), Is.EqualTo((OfferedModels.Most, true, 1)));
    }

    [Test]
    public async Task Pages_together_are_bounded()
    {
        var page = 0;
        _vendor.Otherwise = exchange => exchange.WholeAsync(200, $$"""{"data":[],"has_more":true,"last_id":"m{{page++}}","rest":"{{new string('x', 3 * 1024 * 1024)}}"}""");

        Assert.That(await FailAsync(), Is.EqualTo(ErrorCode.VendorAnswerUnusable));
        Assert.That(page, Is.EqualTo(3));
    }

    private static IEnumerable<TestCaseData> Failures() =>
    [
        new TestCaseData(VendorFaults.Unauthorized, ErrorCode.VendorRefused).SetArgDisplayNames("401"),
        new TestCaseData(VendorFaults.NotFound, ErrorCode.VendorLacksModel).SetArgDisplayNames("404"),
        new TestCaseData(VendorFaults.LimitedFor(TimeSpan.FromSeconds(9)), ErrorCode.VendorLimited).SetArgDisplayNames("429"),
        new TestCaseData(VendorFaults.Broken, ErrorCode.VendorUnavailable).SetArgDisplayNames("500"),
        new TestCaseData(VendorFaults.HugeBody, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("endless body"),
        new TestCaseData(VendorFaults.HugeHead, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("endless head"),
        new TestCaseData(VendorFaults.MalformedJson, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("malformed"),
        new TestCaseData(VendorFaults.WrongContentType, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("a page to sign in"),
        new TestCaseData(VendorFaults.NotHttp, ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("no HTTP"),
        new TestCaseData(VendorFaults.ResetBeforeHead, ErrorCode.VendorUnavailable).SetArgDisplayNames("reset"),
        new TestCaseData(Says("[]"), ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("an array"),
        new TestCaseData(Says("{\"data\":{}}"), ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("no list"),
        new TestCaseData(Says(new string('[', 100_000)), ErrorCode.VendorAnswerUnusable).SetArgDisplayNames("deep"),
    ];

    [TestCaseSource(nameof(Failures))]
    public async Task Failure_is_typed(VendorDeed deed, ErrorCode code)
    {
        _vendor.Otherwise = deed;

        Assert.That(await FailAsync(), Is.EqualTo(code));
    }

    [Test]
    public async Task Redirect_is_not_followed()
    {
        await using var other = FakeVendor.Start();
        _vendor.Otherwise = VendorFaults.RedirectTo(other.BaseUrl);

        Assert.That(await FailAsync(), Is.EqualTo(ErrorCode.VendorAnswerUnusable));
        Assert.That(other.Connections, Is.Zero);
    }

    private static VendorDeed Says(string body) => exchange => exchange.WholeAsync(200, body);

    private async Task<ErrorCode> FailAsync() => (await Assert.ThrowsAsync<VendorException>(() => ListAsync()))!.Code;

    private Task<OfferedModels> ListAsync(Credential? credential = null)
    {
        Secret.TryCreate(Key, out var key);
        var endpoint = new ProviderEndpoint(s_anthropic, _vendor.BaseUrl, null);
        var settings = TestWorld.Default with { Catalog = new ModelCatalog([], ModelRef.Parse("demo/echo"), [], endpoints: [endpoint]) };
        var lister = new AnthropicModelLister(settings, _socket);
        Assert.That(lister.Serves(s_anthropic), Is.True);
        return lister.ListAsync(Profiles.With("anthropic:work", credential ?? new Credential.ApiKey(key)), endpoint, default);
    }
}
