using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Telegram;

/// <summary>What shall go wrong with requests to come; each fault meets the next requests that fit, so many of them. Thread-safe.</summary>
public sealed class TelegramFaults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    internal TelegramFaults()
    {
    }

    /// <summary>The connection breaks; the request was not done.</summary>
    public void DropBefore(string? method = null, int times = 1) => Add(method, null, false, times, Drop);

    /// <summary>The request is done; the connection breaks before its answer.</summary>
    public void DropAfter(string? method = null, int times = 1) => Add(method, null, true, times, Drop);

    /// <summary>Something before Telegram answers with a page, such as 502; the request was not done.</summary>
    public void AnswerHtml(int status = 502, string? method = null, int times = 1) => Add(method, null, false, times, async (http, request) =>
    {
        request.Status = http.Response.StatusCode = status;
        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync($"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>");
        return false;
    });

    /// <summary>The answer takes this long; the request is done at once.</summary>
    public void Slow(TimeSpan delay, string? method = null, int times = 1) => Add(method, null, true, times, async (http, _) =>
    {
        await Task.Delay(delay, http.RequestAborted);
        return true;
    });

    /// <summary>The next request waits until the test lets it go: before it is done, or with its answer.</summary>
    public HeldRequest<RecordedRequest> Hold(string? method = null, FakeChat? chat = null, bool afterDoing = false)
    {
        var held = new HeldRequest<RecordedRequest>();
        Add(method, chat, afterDoing, 1, async (http, request) =>
        {
            await held.HoldAsync(request, http.RequestAborted);
            return true;
        });
        return held;
    }

    /// <summary>Too many requests, in one chat or in all, with this many seconds to wait.</summary>
    public void Flood(int retryAfter, FakeChat? chat = null, string? method = null, int times = 1) =>
        Refuse(429, $"Too Many Requests: retry after {retryAfter}", retryAfter, chat, method, times);

    /// <summary>Any other refusal.</summary>
    public void Refuse(int code, string description, FakeChat? chat = null, string? method = null, int times = 1) =>
        Refuse(code, description, null, chat, method, times);

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate) _faults.Clear();
    }

    internal Fault? Take(RecordedRequest request)
    {
        lock (_gate)
        {
            if (_faults.Find(fault => fault.Meets(request)) is not { } fault) return null;
            if (--fault.Left == 0) _faults.Remove(fault);
            return fault;
        }
    }

    private void Refuse(int code, string description, int? retryAfter, FakeChat? chat, string? method, int times) =>
        Add(method, chat, false, times, async (http, request) =>
        {
            var refusal = retryAfter is { } seconds ? TelegramRefusal.TooMany(seconds) : new TelegramRefusal(code, description);
            await TelegramAnswer.WriteAsync(http.Response, request, refusal);
            return false;
        });

    private void Add(string? method, FakeChat? chat, bool afterDoing, int times, Func<HttpContext, RecordedRequest, Task<bool>> strike)
    {
        lock (_gate) _faults.Add(new Fault(method, chat?.Id, afterDoing, strike) { Left = times });
    }

    private static Task<bool> Drop(HttpContext http, RecordedRequest request)
    {
        http.Abort();
        return Task.FromResult(false);
    }
}
