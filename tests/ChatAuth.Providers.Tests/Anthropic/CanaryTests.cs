using System.Collections.Concurrent;
using System.Diagnostics;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>No part of a secret comes out by replies, exceptions, logs, activities or diagnostic events, whatever the vendor repeats.</summary>
[NonParallelizable]
public sealed class CanaryTests
{
    private Watch _watch = null!;

    [SetUp]
    public void SetUp() => _watch = new Watch();

    [TearDown]
    public void TearDown() => _watch.Dispose();

    public static IEnumerable<VendorDeed?> Deeds =>
    [
        null, VendorFaults.Unauthorized, VendorFaults.BadRequest, VendorFaults.Broken, VendorFaults.OverloadedStream, VendorFaults.BrokenStream,
        VendorFaults.MalformedJson, VendorFaults.ResetBeforeHead, VendorFaults.NotHttp, VendorFaults.RedirectTo(new Uri("http://127.0.0.1:1")),
        exchange => exchange.WholeAsync(500, $"<p>{Pieces(exchange)}</p>", "text/html", ("request-id", KeyOf(exchange)), ("x-request-id", KeyOf(exchange))),
        exchange => exchange.WholeAsync(200, $"This was shown: {KeyOf(exchange)[..8]}...{KeyOf(exchange)[^4..]}", "text/plain", ("Content-Encoding", KeyOf(exchange))),
        exchange => exchange.WholeAsync(307, "", headers: [("Location", $"https://{KeyOf(exchange)}.example/{KeyOf(exchange)}")]),
        exchange => StreamAsync(exchange, $"event: error\ndata: {{\"type\":\"error\",\"error\":{{\"type\":\"{KeyOf(exchange)}\",\"message\":\"{Pieces(exchange)}\"}}}}\n\n"),
        exchange => StreamAsync(exchange, $"event: {KeyOf(exchange)}\ndata: {KeyOf(exchange)}\n\nevent: message_start\ndata: {{\"type\":\"{KeyOf(exchange)}"),
    ];

    private static string KeyOf(VendorExchange exchange) => exchange.Request.Credential!;

    private static string Pieces(VendorExchange exchange) => string.Join(' ', KeyOf(exchange).Chunk(9).Select(piece => new string(piece)));

    private static async Task StreamAsync(VendorExchange exchange, string text)
    {
        await exchange.HeadAsync(200, "text/event-stream", null);
        await exchange.ChunkAsync(text);
        exchange.Close();
    }

    [TestCaseSource(nameof(Deeds))]
    public async Task Secret_comes_out_nowhere(VendorDeed? deed)
    {
        await using var world = new VendorWorld(services => services.AddSingleton<ILoggerProvider>(_watch).AddSingleton<ILoggerFactory>(
            new LoggerFactory([_watch], new LoggerFilterOptions { MinLevel = LogLevel.Trace })).AddSingleton(typeof(ILogger<>), typeof(Logger<>)));
        foreach (var (id, credential) in Credentials) world.Put(id, credential);
        world.Vendor.Otherwise = deed;

        foreach (var (id, _) in Credentials)
        {
            await world.World.Type($"/model @{id.Split(':')[1]}");
            var reply = await world.World.Ask("hello");
            _watch.Say(reply is AskResult.Refused refused ? refused.Reply.ToString() : reply.ToString());
            _watch.Say((await world.World.Type("/model status")).ToString());
        }

        Assert.That(world.Vendor.Requests, Has.Count.EqualTo(3));
        Assert.That(Canary.FoundIn(_watch.Text), Is.Empty);
        Assert.That(_watch.Text, deed is null ? Does.Not.Contain("Reference ") : Does.Contain("Reference "), "the log was watched");
        Assert.That(_watch.Activities, Has.None.Contain("/v1/"));
    }

    private static (string Id, Credential Credential)[] Credentials =>
    [
        ("anthropic:key", new Credential.ApiKey(SecretOf(Canary.ApiKey))),
        ("anthropic:token", new Credential.Token(SecretOf(Canary.Token), null)),
        ("anthropic:login", new Credential.OAuth(SecretOf(Canary.Access), SecretOf(Canary.Refresh), null)),
    ];

    private static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException("It is no secret.");

    /// <summary>Listens to everything that a process can be listened to by.</summary>
    private sealed class Watch : ILoggerProvider, ILogger, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly ConcurrentQueue<string> _said = new();
        private readonly ActivityListener _activities;
        private readonly IDisposable _diagnostics;

        public Watch()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name.Length > 0 && !source.Name.StartsWith("NUnit", StringComparison.Ordinal),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Activities.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _diagnostics = DiagnosticListener.AllListeners.Subscribe(this);
        }

        public ConcurrentQueue<string> Activities { get; } = new();

        public string Text => string.Join('\n', _said.Concat(Activities));

        public void Say(string? text) => _said.Enqueue(text ?? "");

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Say(formatter(state, exception) + exception);

        public void OnNext(DiagnosticListener value) => value.Subscribe(this);

        public void OnNext(KeyValuePair<string, object?> value) => Say($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _diagnostics.Dispose();
            _activities.Dispose();
        }
    }
}
