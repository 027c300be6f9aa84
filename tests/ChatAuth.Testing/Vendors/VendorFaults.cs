using System.Globalization;

namespace ChatAuth.Testing.Vendors;

/// <summary>What a vendor does with a request.</summary>
public delegate Task VendorDeed(VendorExchange exchange);

/// <summary>What can go wrong at a vendor. Its errors repeat the credential in full, as no vendor should.</summary>
public static class VendorFaults
{
    private const int Endless = 1_000_000;

    public static VendorDeed BadRequest { get; } = Refuse(400, "invalid_request_error");
    public static VendorDeed Unauthorized { get; } = Refuse(401, "authentication_error", "invalid_api_key");
    public static VendorDeed Unpaid { get; } = Refuse(402, "billing_error");
    public static VendorDeed Forbidden { get; } = Refuse(403, "permission_error");
    public static VendorDeed NotFound { get; } = Refuse(404, "not_found_error", "model_not_found");
    public static VendorDeed TooLarge { get; } = Refuse(413, "request_too_large");
    /// <summary>OpenAI's way to say that nobody pays.</summary>
    public static VendorDeed NoQuota { get; } = Refuse(429, "insufficient_quota", "insufficient_quota");
    public static VendorDeed Broken { get; } = Refuse(500, "api_error");
    public static VendorDeed BadGateway { get; } = exchange => exchange.WholeAsync(502, "<html>bad gateway</html>", "text/html");
    public static VendorDeed Overloaded { get; } = Refuse(529, "overloaded_error");

    public static VendorDeed ForClaudeCodeOnly { get; } = exchange => exchange.WholeAsync(400, VendorJson.Error(
        exchange.Request, "invalid_request_error", null,
        "This credential is only authorized for use with Claude Code and cannot be used for other API requests."));

    /// <summary>Anthropic's way to say that nobody pays: a sentence.</summary>
    public static VendorDeed OutOfCredit { get; } = exchange => exchange.WholeAsync(400, VendorJson.Error(
        exchange.Request, "invalid_request_error", null,
        "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."));

    /// <summary>Takes the request and never answers.</summary>
    public static VendorDeed Silence { get; } = exchange => exchange.HoldAsync();

    public static VendorDeed ResetBeforeHead { get; } = exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    public static VendorDeed ResetAfterHead { get; } = async exchange =>
    {
        await HeadAsync(exchange);
        await Task.Yield();
        exchange.Reset();
    };

    /// <summary>A stream that falls silent after its first events.</summary>
    public static VendorDeed Stall { get; } = async exchange =>
    {
        await BeginAsync(exchange);
        await exchange.HoldAsync();
    };

    /// <summary>A stream that breaks in the middle of an event.</summary>
    public static VendorDeed BrokenStream { get; } = async exchange =>
    {
        await BeginAsync(exchange);
        await exchange.ChunkAsync("event: content_block_delta\ndata: {\"type\":\"content_blo");
        exchange.Close();
    };

    /// <summary>A stream that ends in order, but too early and in the middle of an event.</summary>
    public static VendorDeed CutStream { get; } = async exchange =>
    {
        await BeginAsync(exchange);
        await exchange.ChunkAsync("event: content_block_delta\ndata: {\"type\":\"content_blo");
        await exchange.ChunkAsync("");
    };

    /// <summary>A stream that tells of an overload after its first events.</summary>
    public static VendorDeed OverloadedStream { get; } = async exchange =>
    {
        await BeginAsync(exchange);
        var error = VendorJson.Error(exchange.Request, "overloaded_error", null, Echo(exchange.Request));
        await exchange.ChunkAsync(exchange.Request.IsAnthropic ? $"event: error\ndata: {error}\n\n" : $"data: {error}\n\n");
        await exchange.ChunkAsync("");
    };

    /// <summary>A stream whose events never end.</summary>
    public static VendorDeed EndlessStream { get; } = async exchange =>
    {
        await BeginAsync(exchange);
        var part = VendorJson.Events(exchange.Request, new string('x', Endless)).First(text => text.Length > Endless);
        while (!exchange.Stop.IsCancellationRequested) await exchange.ChunkAsync(part);
    };

    /// <summary>A stream in which nothing comes but signs of life.</summary>
    public static VendorDeed EndlessPings { get; } = async exchange =>
    {
        await exchange.HeadAsync(200, "text/event-stream", null);
        var pings = string.Concat(Enumerable.Repeat("event: ping\ndata: {\"type\": \"ping\"}\n\n: alive\n\n", 10_000));
        while (!exchange.Stop.IsCancellationRequested) await exchange.ChunkAsync(pings);
    };

    /// <summary>An answer that is packed, though nobody asked for that.</summary>
    public static VendorDeed Packed { get; } = exchange =>
        exchange.WholeAsync(200, VendorJson.Whole(exchange.Request, "packed"), headers: [("Content-Encoding", "gzip")]);

    /// <summary>An answer in one piece that never ends.</summary>
    public static VendorDeed HugeBody { get; } = async exchange =>
    {
        await exchange.HeadAsync(200, "application/json", null);
        while (!exchange.Stop.IsCancellationRequested) await exchange.ChunkAsync(new string(' ', Endless));
    };

    public static VendorDeed HugeHead { get; } = async exchange =>
    {
        await exchange.WriteAsync("HTTP/1.1 200 OK\r\n");
        while (!exchange.Stop.IsCancellationRequested) await exchange.WriteAsync($"x-more: {new string('x', 1_000)}\r\n");
    };

    public static VendorDeed MalformedJson { get; } = async exchange =>
    {
        if (!exchange.Request.WantsStream)
        {
            await exchange.WholeAsync(200, "{\"id\": \"msg_fake\", \"content\": [");
            return;
        }
        await exchange.HeadAsync(200, "text/event-stream", null);
        await exchange.ChunkAsync("event: message_start\ndata: {\"type\": nonsense\n\n");
        await exchange.ChunkAsync("");
    };

    public static VendorDeed WrongContentType { get; } = exchange => exchange.WholeAsync(200, "<html>Sign in to the network</html>", "text/html");

    public static VendorDeed NotHttp { get; } = async exchange =>
    {
        await exchange.WriteAsync("SSH-2.0-fake\r\n");
        exchange.Close();
    };

    /// <summary>A limit is reached.</summary>
    public static VendorDeed Limited(params (string Name, string Value)[] headers) => Refuse(429, "rate_limit_error", "rate_limit_exceeded", headers);

    /// <summary>A limit is reached, and the vendor says for how long.</summary>
    public static VendorDeed LimitedFor(TimeSpan wait) => Limited(("retry-after", ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    public static VendorDeed RedirectTo(Uri address, int status = 307) => exchange =>
        exchange.WholeAsync(status, "", headers: [("Location", new Uri(address, exchange.Request.Path).ToString())]);

    public static VendorDeed Refuse(int status, string type, string? code = null, params (string Name, string Value)[] headers) => exchange =>
        exchange.WholeAsync(status, VendorJson.Error(exchange.Request, type, code, Echo(exchange.Request)), headers: headers);

    private static string Echo(FakeVendorRequest request) => $"This was shown: {string.Join(", ", request.Credentials.Select(header => header.Value))}.";

    private static Task HeadAsync(VendorExchange exchange) =>
        exchange.HeadAsync(200, exchange.Request.WantsStream ? "text/event-stream" : "application/json", exchange.Request.WantsStream ? null : 1_000);

    /// <summary>As far as the first words: no event tells of an end.</summary>
    private static async Task BeginAsync(VendorExchange exchange)
    {
        await exchange.HeadAsync(200, "text/event-stream", null);
        foreach (var part in VendorJson.Events(exchange.Request, "Partly.").Take(exchange.Request.IsAnthropic ? 4 : 2)) await exchange.ChunkAsync(part);
    }
}
