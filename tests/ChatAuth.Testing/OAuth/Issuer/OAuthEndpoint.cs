using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>What answers over HTTP.</summary>
internal sealed class OAuthEndpoint(OAuthIssuer issuer, FakeOAuthFaults faults)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has left: nobody is answered.
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var call = await ReadAsync(http);
        var fault = faults.Take(call.Request.Route);
        if (fault is { AfterCommit: false } && !await fault.StrikeAsync(call, null)) return;
        if (call.Request.Route == FakeOAuthRoutes.Authorize)
        {
            Browse(call);
            return;
        }
        var answer = Do(call);
        call.Request.Answer = answer.Body;
        call.Request.IsCommitted = answer.Status == 200;
        if (fault is { AfterCommit: true } && !await fault.StrikeAsync(call, answer)) return;
        await call.WriteAsync(answer);
    }

    private async Task<OAuthCall> ReadAsync(HttpContext http)
    {
        IReadOnlyDictionary<string, string> form = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString())
            : new Dictionary<string, string>();
        var bears = form.GetValueOrDefault("refresh_token") ?? form.GetValueOrDefault("code") ?? BearerOf(http.Request);
        return new OAuthCall(http, issuer.Record(http.Request.Path.Value ?? "", form.GetValueOrDefault("grant_type"), bears), form);
    }

    private OAuthAnswer Do(OAuthCall call) => (call.Request.Route, call.Http.Request.Method) switch
    {
        (FakeOAuthRoutes.Token, "POST") => issuer.Exchange(call.Form, faults.TakeOddity),
        (FakeOAuthRoutes.Identity, "GET") => issuer.Identify(call.Request.Bears),
        _ => new OAuthAnswer(404, ""),
    };

    private void Browse(OAuthCall call)
    {
        var query = call.Http.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
        var to = issuer.Authorize(query);
        call.Http.Response.StatusCode = to is null ? 400 : 302;
        call.Request.Status = call.Http.Response.StatusCode;
        if (to is not null) call.Http.Response.Headers.Location = to.AbsoluteUri;
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var text && text.StartsWith("Bearer ", StringComparison.Ordinal) ? text["Bearer ".Length..] : null;
}
