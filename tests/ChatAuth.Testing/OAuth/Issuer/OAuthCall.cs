using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>A request with the way back to whoever sent it.</summary>
internal sealed record OAuthCall(HttpContext Http, FakeOAuthRequest Request, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>Answers; false, because nothing else shall be answered.</summary>
    public async Task<bool> WriteAsync(OAuthAnswer answer)
    {
        await BeginAsync(answer);
        await Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body), Http.RequestAborted);
        return false;
    }

    public async Task WriteHalfAsync(OAuthAnswer answer)
    {
        await BeginAsync(answer);
        await Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body).AsMemory(0, HalfOf(answer)), Http.RequestAborted);
        await Http.Response.Body.FlushAsync(Http.RequestAborted);
    }

    public Task WriteOtherHalfAsync(OAuthAnswer answer) =>
        Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body).AsMemory(HalfOf(answer)), Http.RequestAborted).AsTask();

    private static int HalfOf(OAuthAnswer answer) => Encoding.UTF8.GetByteCount(answer.Body) / 2;

    private async Task BeginAsync(OAuthAnswer answer)
    {
        Request.Status = answer.Status;
        Http.Response.StatusCode = answer.Status;
        Http.Response.ContentType = "application/json";
        Http.Response.Headers.CacheControl = "no-store";
        Http.Response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
        await Http.Response.StartAsync(Http.RequestAborted);
    }
}
