using System.Net;

namespace ChatAuth.Channels.Discord;

/// <summary>What an HTTP request to the endpoint is answered with.</summary>
/// <param name="Status">200, or 401 for what Discord did not sign; it takes an endpoint away that answers anything else.</param>
/// <param name="Json">The body, <c>application/json</c>; empty with 401.</param>
public readonly record struct DiscordEndpointAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Json)
{
    internal static DiscordEndpointAnswer Unsigned { get; } = new(HttpStatusCode.Unauthorized, default);

    internal static DiscordEndpointAnswer Of(DiscordResponse response) => new(HttpStatusCode.OK, DiscordJson.BodyOf(response));
}
