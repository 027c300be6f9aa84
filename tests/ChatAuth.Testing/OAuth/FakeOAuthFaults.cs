using System.Globalization;
using ChatAuth.Testing.OAuth.Issuer;

namespace ChatAuth.Testing.OAuth;

/// <summary>What shall go wrong with requests to come, by default with the next token request. Thread-safe.</summary>
public sealed partial class FakeOAuthFaults
{
    private readonly Lock _gate = new();
    private readonly List<OAuthFault> _faults = [];
    private readonly TimeProvider _time;

    internal FakeOAuthFaults(TimeProvider time) => _time = time;

    /// <summary>The next request waits until the test lets it go: before the issuer commits, or after that and before the first byte of the answer.</summary>
    public HeldRequest<FakeOAuthRequest> Hold(bool afterCommit = false, string route = FakeOAuthRoutes.Token)
    {
        var held = new HeldRequest<FakeOAuthRequest>();
        Add(route, afterCommit, 1, async (call, _) =>
        {
            await held.HoldAsync(call.Request, call.Http.RequestAborted);
            return true;
        });
        return held;
    }

    /// <summary>The issuer commits; half of the answer is sent, and the rest when the test lets it go.</summary>
    public HeldRequest<FakeOAuthRequest> HoldInside(string route = FakeOAuthRoutes.Token)
    {
        var held = new HeldRequest<FakeOAuthRequest>();
        Add(route, true, 1, async (call, answer) =>
        {
            await call.WriteHalfAsync(answer!);
            await held.HoldAsync(call.Request, call.Http.RequestAborted);
            await call.WriteOtherHalfAsync(answer!);
            return false;
        });
        return held;
    }

    /// <summary>The connection is reset: before the issuer commits, or after that and before the first byte of the answer.</summary>
    public void Reset(bool afterCommit = false, string route = FakeOAuthRoutes.Token, int times = 1) => Add(route, afterCommit, times, (call, _) =>
    {
        call.Http.Abort();
        return Task.FromResult(false);
    });

    /// <summary>The issuer commits; half of the answer is sent, then the connection is reset.</summary>
    public void ResetInside(string route = FakeOAuthRoutes.Token) => Add(route, true, 1, async (call, answer) =>
    {
        await call.WriteHalfAsync(answer!);
        call.Http.Abort();
        return false;
    });

    /// <summary>The issuer commits, and answers after this time of its clock.</summary>
    public void Slow(TimeSpan delay, string route = FakeOAuthRoutes.Token) => Add(route, true, 1, async (call, _) =>
    {
        await Task.Delay(delay, _time, call.Http.RequestAborted);
        return true;
    });

    /// <summary>Something else is answered; the issuer did nothing, or what was asked.</summary>
    public void Answer(int status, string body, bool afterCommit = false, string route = FakeOAuthRoutes.Token, int times = 1) =>
        Add(route, afterCommit, times, (call, _) => call.WriteAsync(new OAuthAnswer(status, body)));

    /// <summary>An error of the issuer's own, without a JSON body.</summary>
    public void Fail(int status = 500, bool afterCommit = false, string route = FakeOAuthRoutes.Token, int times = 1) =>
        Answer(status, "<html>The issuer is unwell.</html>", afterCommit, route, times);

    /// <summary>The grant is refused, although it is good.</summary>
    public void InvalidGrant(int times = 1) => Add(FakeOAuthRoutes.Token, false, times, (call, _) => call.WriteAsync(OAuthAnswer.Refused("invalid_grant")));

    /// <summary>Too many requests.</summary>
    public void Limit(TimeSpan retryAfter, string route = FakeOAuthRoutes.Token, int times = 1) => Add(route, false, times, (call, _) =>
    {
        call.Http.Response.Headers.RetryAfter = ((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return call.WriteAsync(new OAuthAnswer(429, $$"""{"error":"rate_limit_error","retry_after":{{(int)retryAfter.TotalSeconds}}}"""));
    });

    /// <summary>The issuer commits and answers with what is no JSON.</summary>
    public void Garbage(string route = FakeOAuthRoutes.Token) => Answer(200, "{\"access_token\": \u0000\u0007 not json", afterCommit: true, route);

    /// <summary>The issuer commits; its answer is followed by so many blanks.</summary>
    public void Huge(int bytes = 1024 * 1024, string route = FakeOAuthRoutes.Token) =>
        Add(route, true, 1, (call, answer) => call.WriteAsync(answer! with { Body = answer.Body + new string(' ', bytes) }));

    /// <summary>The request is sent elsewhere with its method and body.</summary>
    public void Redirect(Uri to, int status = 307, string route = FakeOAuthRoutes.Token) => Add(route, false, 1, (call, _) =>
    {
        call.Http.Response.Headers.Location = to.AbsoluteUri;
        return call.WriteAsync(new OAuthAnswer(status, ""));
    });

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _oddities.Clear();
        }
    }

    internal OAuthFault? Take(string route)
    {
        lock (_gate)
        {
            if (_faults.Find(fault => fault.Route == route) is not { } fault) return null;
            if (--fault.Left == 0) _faults.Remove(fault);
            return fault;
        }
    }

    private void Add(string route, bool afterCommit, int times, Func<OAuthCall, OAuthAnswer?, Task<bool>> strike)
    {
        lock (_gate) _faults.Add(new OAuthFault(route, afterCommit, strike) { Left = times });
    }
}
