using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ChatAuth.Testing.Vendors;

/// <summary>
/// A model vendor on a bare socket of loopback, which speaks Anthropic's Messages and OpenAI's Chat Completions, whole and as a stream, and writes down
/// every request as it was sent. Thread-safe.
/// </summary>
public sealed class FakeVendor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Signal _changed = new();
    private readonly ConcurrentQueue<VendorDeed> _next = new();
    private readonly ConcurrentDictionary<string, VendorDeed> _byCredential = new();
    private readonly ConcurrentDictionary<string, string[]> _lists = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    private FakeVendor()
    {
        _listener.Start();
        BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Every request, in the order of arrival.</summary>
    public ConcurrentQueue<FakeVendorRequest> Requests { get; } = new();

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections.Count;

    /// <summary>What it answers; null for its own words.</summary>
    public Func<FakeVendorRequest, string>? Says { get; set; }

    /// <summary>What it does with every request that nothing else was said of; null answers it.</summary>
    public VendorDeed? Otherwise { get; set; }

    public static FakeVendor Start() => new();

    /// <summary>Does this with the next request of which it has not been said.</summary>
    public void Next(VendorDeed deed) => _next.Enqueue(deed);

    /// <summary>Does this with every request that shows this credential; null answers it again.</summary>
    public void On(string credential, VendorDeed? deed)
    {
        if (deed is null) _byCredential.TryRemove(credential, out _);
        else _byCredential[credential] = deed;
    }

    /// <summary>Lists these models to a credential, with <c>|</c> before a name for people; other credentials get a list of none. It has no such list before the first.</summary>
    public void List(string credential, params IEnumerable<string> models) => _lists[credential] = [.. models];

    /// <summary>How often a credential was shown, and nothing beside it.</summary>
    public int Shown(string credential) => Requests.Count(request => request.Credential == credential);

    /// <summary>Ends when so many requests have come.</summary>
    /// <exception cref="TimeoutException">They have not within 15 seconds.</exception>
    public Task<FakeVendorRequest[]> ArrivedAsync(int count) => _changed.UntilAsync(
        () => Requests.ToArray() is { } seen && seen.Length >= count ? seen : null, null, () => $"{Requests.Count} of {count} requests came.");

    /// <summary>Answers a request as it would without being told anything.</summary>
    public async Task AnswerAsync(VendorExchange exchange)
    {
        var request = exchange.Request;
        if (request.IsList && !_lists.IsEmpty)
        {
            await exchange.WholeAsync(200, VendorJson.List(request, _lists.GetValueOrDefault(request.Credential ?? "") ?? []));
            return;
        }
        if (request.IsList || (!request.IsAnthropic && !request.Path.EndsWith("/chat/completions", StringComparison.Ordinal)))
        {
            await VendorFaults.NotFound(exchange);
            return;
        }
        var text = Says?.Invoke(request) ?? "The fake vendor answers.";
        if (!request.WantsStream)
        {
            await exchange.WholeAsync(200, VendorJson.Whole(request, text));
            return;
        }
        await exchange.HeadAsync(200, "text/event-stream", null);
        foreach (var part in VendorJson.Events(request, text)) await exchange.ChunkAsync(part);
        await exchange.ChunkAsync("");
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        // Whoever has just accepted one asks for the next before looking up.
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            using var _ = socket;
            socket.NoDelay = true; // Else every second part waits 40 ms for the other end's acknowledgement.
            await using var stream = new BufferedStream(new NetworkStream(socket));
            var reader = new VendorRequestReader(stream);
            while (await reader.ReadAsync(_stop.Token) is { } request)
            {
                Requests.Enqueue(request);
                _changed.Pulse();
                var exchange = new VendorExchange(this, request, socket, _stop.Token);
                await DeedFor(request)(exchange);
                if (exchange.IsOver) break;
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // It was stopped, or the other end has had enough.
        }
    }

    private VendorDeed DeedFor(FakeVendorRequest request) =>
        request.Credential is { } credential && _byCredential.TryGetValue(credential, out var own) ? own
        : _next.TryDequeue(out var next) ? next
        : Otherwise ?? AnswerAsync;
}
