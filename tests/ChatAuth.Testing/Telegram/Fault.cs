using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Telegram;

/// <summary>What goes wrong with a request, before it is done or after.</summary>
/// <param name="Method">The method that it waits for; null for any.</param>
/// <param name="Chat">The chat that it waits for; null for any.</param>
/// <param name="AfterDoing">The request is done, and only its answer suffers.</param>
/// <param name="StrikeAsync">What happens; false ends the request here.</param>
internal sealed record Fault(string? Method, long? Chat, bool AfterDoing, Func<HttpContext, RecordedRequest, Task<bool>> StrikeAsync)
{
    public int Left { get; set; }

    public bool Meets(RecordedRequest request) =>
        Left > 0
        && (Method is null || Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && (Chat is null || Chat == request.ChatId);
}
