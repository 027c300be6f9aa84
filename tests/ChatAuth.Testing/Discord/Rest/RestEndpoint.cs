using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>What answers <c>/api/v10/…</c>.</summary>
internal sealed class RestEndpoint(DiscordWorld world, FakeDiscordFaults faults, string token)
{
    private const string Root = "/api/v10/";

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        var route = RestRoute.Find(http.Request.Method, parts);
        var (body, isReadable) = await ReadAsync(http.Request);
        var request = world.Record(route?.Name ?? $"{http.Request.Method} {path}", path, body);
        try
        {
            if (IsShutOut()) await RestAnswer.WritePageAsync(http.Response, request, 403, "You are being blocked from accessing our API temporarily: error 1015");
            else if (faults.Take(request) is not { } fault) await AnswerAsync(http, request, route, parts, body, isReadable);
            else if (fault.AfterDoing || await fault.StrikeAsync(http, request)) await AnswerAsync(http, request, route, parts, body, isReadable, fault.AfterDoing ? fault : null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The application has left: nobody is answered.
        }
        catch (Exception broken) when (!http.Response.HasStarted)
        {
            // A fault of the fake, or a body that it cannot read and no rule of the form refused: a test shall see it.
            world.Report([$"{request.Route}: {broken}"]);
            await RestAnswer.WriteAsync(http.Response, request, 500, new DiscordRefusal(500, 0, "500: Internal Server Error").Body);
        }
        finally
        {
            lock (world.Gate) world.Limits.CountInvalid(request.Status ?? 0, http.Response.Headers["X-RateLimit-Scope"]);
            world.Requested.Pulse();
        }
    }

    private async Task AnswerAsync(HttpContext http, FakeDiscordRequest request, RestRoute? route, string[] parts, JsonNode? body, bool isReadable, FakeDiscordFault? fault = null)
    {
        RestReply reply;
        try
        {
            if (route is null) throw Unknown(request);
            CheckCaller(http.Request, route);
            if (route.IsInteraction) await SettleAsync(parts[2]);
            if (Limited(http.Response, route) is { RefusedBy: { } scope } rate)
            {
                await RestAnswer.WriteLimitedAsync(http.Response, request, rate.ResetAfter, scope);
                return;
            }
            if (!isReadable) throw DiscordRefusal.InvalidJson;
            // An answer to an interaction is held against the specification where it is applied.
            if (route.Name != FakeDiscordRoutes.Respond) world.Report(world.Spec?.CheckRequest(route.Name, body));
            lock (world.Gate) reply = route.Do(new RestCall(world, parts, body, http.Request.Query["with_response"] == "true"));
        }
        catch (DiscordRefusal refusal)
        {
            reply = new RestReply(refusal.Status, refusal.Body);
        }
        if (fault is not null && !await fault.StrikeAsync(http, request)) return;
        if (route is not null) world.Report(world.Spec?.CheckAnswer(route.Name, reply.Status, reply.Body));
        await RestAnswer.WriteAsync(http.Response, request, reply.Status, reply.Body);
    }

    private bool IsShutOut()
    {
        lock (world.Gate) return world.Limits.IsShutOut;
    }

    private DiscordRefusal Unknown(FakeDiscordRequest request)
    {
        world.Report([$"The fake knows no {request.Route}"]);
        return DiscordRefusal.NotFound;
    }

    private void CheckCaller(HttpRequest request, RestRoute route)
    {
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) world.Report([$"{route.Name}: the user agent is not 'DiscordBot (url, version)'"]);
        if (!route.IsInteraction && request.Headers.Authorization != $"Bot {token}") throw DiscordRefusal.Unauthorized;
    }

    /// <summary>
    /// An application that has answered an interaction may use its token at once, on another connection: its answer gets a moment to
    /// arrive here first. One that has not answered is refused as by Discord.
    /// </summary>
    private async Task SettleAsync(string token)
    {
        FakeDiscordInteraction? interaction;
        lock (world.Gate) interaction = world.Interactions.GetValueOrDefault(token);
        if (interaction is not { IsOnItsWay: true }) return;
        try
        {
            await interaction.Changed.UntilAsync(() => interaction.IsOnItsWay ? null : interaction, TimeSpan.FromMilliseconds(300), () => "");
        }
        catch (TimeoutException)
        {
            // It has not answered.
        }
    }

    private RateState? Limited(HttpResponse response, RestRoute route)
    {
        RateState? rate;
        lock (world.Gate) rate = world.Limits.Take(route);
        if (rate is not null) RestAnswer.AddHeaders(response, rate);
        return rate;
    }

    private static async Task<(JsonNode? Body, bool IsReadable)> ReadAsync(HttpRequest request)
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
