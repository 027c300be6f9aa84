using ChatAuth.Testing.Discord.Rest;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord;

/// <summary>
/// What shall go wrong with requests to come; each fault meets the next requests of its route (any where it is null), so many of them.
/// Thread-safe.
/// </summary>
public sealed class FakeDiscordFaults
{
    private readonly Lock _gate = new();
    private readonly List<FakeDiscordFault> _faults = [];

    internal FakeDiscordFaults()
    {
    }

    /// <summary>The connection breaks; the request was not done.</summary>
    public void DropBefore(string? route = null, int times = 1) => Add(route, false, times, Drop);

    /// <summary>The request is done; the connection breaks before its answer.</summary>
    public void DropAfter(string? route = null, int times = 1) => Add(route, true, times, Drop);

    /// <summary>Discord has an error of its own; the request was not done.</summary>
    public void Fail(int status = 500, string? route = null, int times = 1) =>
        Refuse(status, 0, $"{status}: Internal Server Error", route, times);

    /// <summary>Something before Discord answers with a page; the request was not done.</summary>
    public void AnswerHtml(int status = 502, string? route = null, int times = 1) => Add(route, false, times, async (http, request) =>
    {
        await RestAnswer.WritePageAsync(http.Response, request, status, $"{status} Bad gateway");
        return false;
    });

    /// <summary>The answer takes this long; the request is done at once.</summary>
    public void Slow(TimeSpan delay, string? route = null, int times = 1) => Add(route, true, times, async (http, _) =>
    {
        await Task.Delay(delay, http.RequestAborted);
        return true;
    });

    /// <summary>The next request waits until the test lets it go: before it is done, or with its answer.</summary>
    public HeldRequest<FakeDiscordRequest> Hold(string? route = null, bool afterDoing = false)
    {
        var held = new HeldRequest<FakeDiscordRequest>();
        Add(route, afterDoing, 1, async (http, request) =>
        {
            await held.HoldAsync(request, http.RequestAborted);
            return true;
        });
        return held;
    }

    /// <summary>Too many requests.</summary>
    /// <param name="retryAfter">How long to wait.</param>
    /// <param name="scope"><c>user</c>, <c>global</c> or <c>shared</c>.</param>
    /// <param name="route">Null for any.</param>
    /// <param name="times">How many requests.</param>
    public void RateLimit(TimeSpan retryAfter, string scope = "user", string? route = null, int times = 1) => Add(route, false, times, async (http, request) =>
    {
        await RestAnswer.WriteLimitedAsync(http.Response, request, retryAfter, scope);
        return false;
    });

    /// <summary>Any other refusal.</summary>
    public void Refuse(int status, int code, string message, string? route = null, int times = 1) => Add(route, false, times, async (http, request) =>
    {
        await RestAnswer.WriteAsync(http.Response, request, status, new DiscordRefusal(status, code, message).Body);
        return false;
    });

    /// <summary>The answer is right but for its header <c>Date</c>.</summary>
    public void Misdate(string date, string? route = null, int times = 1) => Add(route, true, times, (http, _) =>
    {
        http.Response.Headers.Date = date;
        return Task.FromResult(true);
    });

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate) _faults.Clear();
    }

    internal FakeDiscordFault? Take(FakeDiscordRequest request)
    {
        lock (_gate)
        {
            if (_faults.Find(fault => fault.Meets(request)) is not { } fault) return null;
            if (--fault.Left == 0) _faults.Remove(fault);
            return fault;
        }
    }

    private void Add(string? route, bool afterDoing, int times, Func<HttpContext, FakeDiscordRequest, Task<bool>> strike)
    {
        lock (_gate) _faults.Add(new FakeDiscordFault(route, afterDoing, strike) { Left = times });
    }

    private static Task<bool> Drop(HttpContext http, FakeDiscordRequest request)
    {
        http.Abort();
        return Task.FromResult(false);
    }
}
