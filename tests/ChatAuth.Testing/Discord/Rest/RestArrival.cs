using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>A request that has arrived and was read.</summary>
/// <param name="Http">Its connection.</param>
/// <param name="Route">Null where the fake knows none.</param>
/// <param name="Parts">The path below <c>/api/v10</c>.</param>
/// <param name="Body">Null for none.</param>
/// <param name="IsReadable">False: the body is no JSON.</param>
internal sealed record RestArrival(HttpContext Http, RestRoute? Route, string[] Parts, JsonNode? Body, bool IsReadable)
{
    private const string Root = "/api/v10/";

    /// <summary>What it is recorded under.</summary>
    public string Name => Route?.Name ?? $"{Http.Request.Method} {Http.Request.Path}";

    public static async Task<RestArrival> ReadAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        var (body, isReadable) = await ReadBodyAsync(http.Request);
        return new RestArrival(http, RestRoute.Find(http.Request.Method, parts), parts, body, isReadable);
    }

    private static async Task<(JsonNode? Body, bool IsReadable)> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && !request.Headers.TransferEncoding.Contains("chunked")) return (null, true);
        if (!request.HasJsonContentType()) return (null, false);
        try
        {
            return (await JsonNode.ParseAsync(request.Body), true);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }
}
