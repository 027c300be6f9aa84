using System.Net;
using System.Net.Sockets;
using ChatAuth.Testing.Telegram;
using ChatAuth.Testing.Telemetry;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>What the daemon sends to a collector, and what it does not.</summary>
[Parallelizable]
internal sealed class TelemetryTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string Word = "zebrafish";

    private FakeTelegramServer _telegram = null!;
    private FakeCollector _collector = null!;
    private FakeCollector _planted = null!;
    private GatewayProcess _gateway = null!;
    private FakeChat _chat = null!;

    [SetUp]
    public async Task SetUp()
    {
        _telegram = await FakeTelegramServer.StartAsync(new() { FloodLimit = false });
        _collector = await FakeCollector.StartAsync();
        _planted = await FakeCollector.StartAsync();
        var ada = _telegram.AddPerson("Ada");
        _chat = _telegram.PrivateChat(ada);
        _gateway = new GatewayProcess();
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = _telegram.Token;
        _gateway.Environment["CHATAUTH__TELEGRAM__BASEURL"] = _telegram.BaseUrl.ToString();
        _gateway.Environment["CHATAUTH__ACCESS__RULES__0__ID"] = "ada";
        _gateway.Environment["CHATAUTH__ACCESS__RULES__0__RIGHTS__0"] = "all";
        _gateway.Environment["CHATAUTH__ACCESS__RULES__0__PEOPLE__0"] = $"telegram:{ada.Id}";
        Send(_collector, seconds: 3600);
        Plant();
    }

    [TearDown]
    public async Task TearDown()
    {
        _gateway.Dispose();
        await _telegram.DisposeAsync();
        await _collector.DisposeAsync();
        await _planted.DisposeAsync();
    }

    [Test]
    public async Task Metrics_and_traces_of_a_chat_arrive_at_the_latest_when_it_stops()
    {
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");
        await SayAsync($"hello {Word}");

        var (exitCode, error) = await _gateway.StopAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        var metrics = SentTo("/v1/metrics");
        Assert.That(metrics, Does.Contain("chatauth.command.duration").And.Contain("chatauth.call.count").And.Contain("chatauth.pin.changes"));
        Assert.That(SentTo("/v1/traces"), Does.Contain("chatauth command").And.Contain("chatauth ask").And.Contain("chatauth send"));
        Assert.That(metrics, Does.Contain("service.name").And.Contain("chatauth-gateway").And.Contain("service.version"));
    }

    [Test]
    public async Task Nothing_of_people_secrets_or_the_machine_is_sent()
    {
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");
        await SayAsync($"hello {Word}");

        await _gateway.StopAsync();

        var all = string.Concat(_collector.Requests.Select(request => request.Headers + request.Text));
        string[] never =
        [
            $"{_chat.Id}", Word, "Ada", "anthropic:work", _telegram.Token.Split(':')[1], "/bot", "System.Net.Http", "Microsoft.AspNetCore",
            "host.name", "process.", "telemetry.sdk", "service.instance.id", Environment.MachineName, "authorization",
        ];
        Assert.That(all, Does.Contain("chatauth.call.count"));
        Assert.That(never.Where(text => all.Contains(text, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Variables_of_OpenTelemetry_change_nothing()
    {
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");

        await _gateway.StopAsync();

        var all = string.Concat(_collector.Requests.Select(request => request.Headers + request.Text));
        Assert.That(_planted.Requests, Is.Empty);
        Assert.That(all, Does.Contain("chatauth.command.duration").And.Contain("chatauth command").And.Contain("chatauth-gateway"));
        Assert.That(all, Does.Not.Contain("planted"));
    }

    [Test]
    public async Task Variables_of_OpenTelemetry_send_nothing_by_themselves()
    {
        _gateway.Environment["CHATAUTH__TELEMETRY__OTLP__ENDPOINT"] = null;
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");

        var (exitCode, error) = await _gateway.StopAsync();

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(_planted.Requests, Is.Empty);
        Assert.That(_collector.Requests, Is.Empty);
    }

    [Test]
    public async Task Collector_may_be_spoken_to_by_grpc()
    {
        await using var grpc = await FakeCollector.StartAsync(isGrpc: true);
        Send(grpc, seconds: 3600);
        _gateway.Environment["CHATAUTH__TELEMETRY__OTLP__PROTOCOL"] = "grpc";
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");

        await _gateway.StopAsync();

        await grpc.ArrivedAsync("chatauth.command.duration");
        await grpc.ArrivedAsync("chatauth command");
        Assert.That(grpc.Requests.Select(request => request.Path).Distinct(), Is.EquivalentTo(new[]
        {
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
        }));
        Assert.That(_gateway.Output, Does.Not.Contain("do not arrive"));
    }

    [Test]
    public async Task Collector_that_refuses_is_told_of_once_and_disturbs_nothing()
    {
        _collector.Status = (int)HttpStatusCode.Forbidden;
        Send(_collector, seconds: 1);
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");
        await _collector.ArrivedAsync(count: 3);
        var answer = await SayAsync("hello");

        var (exitCode, error) = await _gateway.StopAsync();

        Assert.That(answer, Does.Contain("heard: hello"));
        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(_gateway.Output.Split("do not arrive"), Has.Length.EqualTo(2));
        Assert.That(_gateway.Output, Does.Contain("(403)"));
    }

    [Test]
    public async Task Collector_that_never_answers_holds_up_no_stop()
    {
        _collector.Until = new TaskCompletionSource().Task;
        Send(_collector, seconds: 1);
        await _gateway.StartAsync("--demo");
        await SayAsync("/model opus@anthropic:work");
        await _collector.ArrivedAsync(count: 1);

        var (exitCode, error) = await _gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));

        Assert.That((exitCode, error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Trace_that_a_caller_names_is_not_continued()
    {
        ListenForUpdates();
        await _gateway.StartAsync("--demo");
        await SayAsync("/model");
        using var client = new HttpClient();
        var update = $$$"""
            {"update_id":{{{int.MaxValue}}},"message":{"message_id":7,"date":{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}},"text":"/model status",
            "from":{"id":{{{_chat.Id}}},"is_bot":false,"first_name":"Ada"},
            "chat":{"id":{{{_chat.Id}}},"type":"private","first_name":"Ada"} } }
            """;
        using var request = HttpCalls.Update(_gateway.Address, HttpCalls.Json(update), GatewayProcess.Secret);
        request.Headers.Add("traceparent", $"00-{TraceId}-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", $"planted={Word}");
        using var taken = await client.SendAsync(request);
        await _chat.WaitForMessagesAsync(2, TimeSpan.FromSeconds(45));

        await _gateway.StopAsync();

        var traces = _collector.Requests.Where(sent => sent.Path == "/v1/traces").ToArray();
        Assert.That(string.Concat(traces.Select(sent => sent.Text)), Does.Contain("chatauth command").And.Not.Contain(Word));
        Assert.That(traces.Select(sent => Convert.ToHexStringLower(sent.Body)), Has.None.Contains(TraceId));
    }

    private void Send(FakeCollector collector, int seconds)
    {
        _gateway.Environment["CHATAUTH__TELEMETRY__OTLP__ENDPOINT"] = collector.BaseUrl.ToString();
        _gateway.Environment["CHATAUTH__TELEMETRY__OTLP__INTERVALSECONDS"] = $"{seconds}";
    }

    /// <summary>Telegram must be told the address before the gateway has one, so a port that is free now is taken.</summary>
    private void ListenForUpdates()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _gateway.UseWebhook();
        _gateway.Environment["CHATAUTH__GATEWAY__LISTEN"] = $"http://{free.LocalEndpoint}";
        _gateway.Environment["CHATAUTH__TELEGRAM__WEBHOOK__URL"] = $"http://{free.LocalEndpoint}/telegram/webhook";
    }

    private void Plant()
    {
        foreach (var signal in new[] { "", "TRACES_", "METRICS_" })
        {
            _gateway.Environment[$"OTEL_EXPORTER_OTLP_{signal}ENDPOINT"] = _planted.BaseUrl.ToString();
            _gateway.Environment[$"OTEL_EXPORTER_OTLP_{signal}HEADERS"] = "x-planted=planted";
            _gateway.Environment[$"OTEL_EXPORTER_OTLP_{signal}PROTOCOL"] = "grpc";
        }
        _gateway.Environment["OTEL_RESOURCE_ATTRIBUTES"] = "planted=planted,host.name=planted";
        _gateway.Environment["OTEL_SERVICE_NAME"] = "planted";
        _gateway.Environment["OTEL_TRACES_SAMPLER"] = "always_off";
        _gateway.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "50";
        _gateway.Environment["OTEL_SDK_DISABLED"] = "true";
        _gateway.Environment["HTTP_PROXY"] = _gateway.Environment["http_proxy"] = _planted.BaseUrl.ToString();
    }

    private string SentTo(string path) => string.Concat(_collector.Requests.Where(request => request.Path == path).Select(request => request.Text));

    private async Task<string> SayAsync(string text) => (await _chat.WaitForReplyAsync(_chat.Write(text), TimeSpan.FromSeconds(45))).Text;
}
