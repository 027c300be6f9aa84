using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>The token reaches the server that was configured and nothing else: no log, activity, metric, event, exception, answer or printed object.</summary>
[NonParallelizable]
internal sealed class BotTokenCanaryTests
{
    private static readonly TelegramRequest Message = new TelegramRequest.SendMessage(1, "hi");

    private static IEnumerable<TestCaseData> Answers =>
    [
        new TestCaseData(RawServer.Response("200 OK", """{"ok":true,"result":true}""")).SetArgDisplayNames("done"),
        new TestCaseData(RawServer.Response("401 Unauthorized", """{"ok":false,"error_code":401,"description":"Unauthorized"}""")).SetArgDisplayNames("401"),
        new TestCaseData(RawServer.Response("404 Not Found", $$"""{"ok":false,"error_code":404,"description":"No /bot{{Canary.Bot}}/sendMessage"}""")).SetArgDisplayNames("404 with echo"),
        new TestCaseData(RawServer.Response("502 Bad Gateway", $"<html>{Canary.Bot}</html>")).SetArgDisplayNames("502 with echo"),
        new TestCaseData($"HTTP/1.1 {Canary.Bot}\r\n\r\n").SetArgDisplayNames("torn head with echo"),
        new TestCaseData("").SetArgDisplayNames("nothing"),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task Nothing_of_the_token_gets_out_whatever_is_answered(string answer)
    {
        await using var server = new RawServer(answer, hangsUp: true);

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(Canary.FoundIn(server.Received), Is.Not.Empty);
    }

    [Test]
    public async Task Nothing_of_the_token_gets_out_when_nobody_listens() =>
        Assert.That(await LeakedAsync($"http://127.0.0.1:{BotApiClientTests.ClosedPort()}"), Is.Empty);

    [Test]
    public async Task Nothing_of_the_token_reaches_a_server_with_an_unknown_certificate()
    {
        await using var server = new RawServer(RawServer.Response("200 OK", """{"ok":true,"result":true}"""), tls: true);

        Assert.That(await LeakedAsync($"https://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(server.Received, Is.Empty);
    }

    [Test]
    public async Task Nothing_of_the_token_follows_a_redirect()
    {
        await using var elsewhere = RawServer.WithJson("""{"ok":true,"result":true}""");
        await using var server = new RawServer(RawServer.Response("302 Found", "", $"Location: http://127.0.0.1:{elsewhere.Port}/bot{Canary.Bot}/sendMessage\r\n"));

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(elsewhere.Connections, Is.Zero);
    }

    [Test]
    public async Task Watch_would_see_a_token_in_a_plain_client()
    {
        await using var server = RawServer.WithJson("{}");
        using var watch = new Watch();
        using var plain = new HttpClient();

        using var response = await plain.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/bot{Canary.Bot}/getMe"));

        Assert.That(Canary.FoundIn(watch.Seen), Is.Not.Empty);
    }

    private static async Task<IEnumerable<string>> LeakedAsync(string baseUrl)
    {
        var token = Secret.TryCreate(Canary.Bot, out var secret) ? secret! : throw new InvalidOperationException();
        var address = new BotApiAddress(new Uri(baseUrl), token);
        using var watch = new Watch();
        using var client = new BotApiClient(address, new FakeTime(), watch);

        var answer = await client.SendAsync(Message, default);

        return Canary.FoundIn($"{watch.Seen}\n{answer}\n{client}\n{address}");
    }

    /// <summary>All that a host could have attached: a log at its finest, activities, metrics, and the events of the network.</summary>
    private sealed class Watch : EventListener, ILogger<BotApiClient>
    {
        private static readonly string[] Networks = ["System.Net.Http", "System.Net.Sockets", "System.Net.Security", "System.Net.NameResolution"];

        private readonly ConcurrentQueue<string> _seen = new();
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters = new();

        public Watch()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => See($"{activity.DisplayName} {TextOf(activity.TagObjects)} {string.Concat(activity.Events.Select(one => one.Name + TextOf(one.Tags)))}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _meters.InstrumentPublished = (instrument, meters) => meters.EnableMeasurementEvents(instrument);
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument.Name + TextOf(tags.ToArray())));
            _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument.Name + TextOf(tags.ToArray())));
            _meters.Start();
        }

        public string Seen => string.Join('\n', _seen);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            See($"{formatter(state, exception)} {state} {exception}");

        public override void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (Networks.Contains(eventSource.Name)) EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => See($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");

        /// <summary>Events come already while the base is constructed.</summary>
        private void See(string text) => _seen?.Enqueue(text);

        private static string TextOf(IEnumerable<KeyValuePair<string, object?>> tags) => string.Concat(tags.Select(tag => $" {tag.Key}={tag.Value}"));
    }
}
