using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord;

/// <summary>What goes wrong with a request, before it is done or after.</summary>
/// <param name="Route">The route that it waits for; null for any.</param>
/// <param name="AfterDoing">The request is done, and only its answer suffers.</param>
/// <param name="StrikeAsync">What happens; false ends the request here.</param>
internal sealed record FakeDiscordFault(string? Route, bool AfterDoing, Func<HttpContext, FakeDiscordRequest, Task<bool>> StrikeAsync)
{
    public int Left { get; set; }

    public bool Meets(FakeDiscordRequest request) => Left > 0 && (Route is null || Route == request.Route);
}
