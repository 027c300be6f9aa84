using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>What answers <c>/api/v10/…</c>.</summary>
internal sealed class RestEndpoint(DiscordWorld world, FakeDiscordFaults faults, string token)
{
    /// <summary>How long a request of an interaction waits for the answer that was sent before it on another connection.</summary>
    private static readonly TimeSpan Overtaking = TimeSpan.FromMilliseconds(300);

    public async Task HandleAsync(HttpContext http)
    {
        var arrival = await RestArrival.ReadAsync(http);
        var request = world.Record(arrival.Name, http.Request.Path, arrival.Body);
        http.Response.Headers.Date = world.Time.GetUtcNow().ToString("R");
        try
        {
            await AnswerAsync(arrival, request);
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

    private async Task AnswerAsync(RestArrival arrival, FakeDiscordRequest request)
    {
        var http = arrival.Http;
        if (IsShutOut())
        {
            await RestAnswer.WritePageAsync(http.Response, request, 403, "You are being blocked from accessing our API temporarily: error 1015");
            return;
        }
        var fault = faults.Take(request);
        if (fault is { AfterDoing: false } && !await fault.StrikeAsync(http, request)) return;
        var reply = await DoAsync(arrival);
        if (fault is { AfterDoing: true } && !await fault.StrikeAsync(http, request)) return;
        if (reply.LimitedBy is { } rate)
        {
            await RestAnswer.WriteLimitedAsync(http.Response, request, rate.ResetAfter, rate.RefusedBy!);
            return;
        }
        if (arrival.Route is { } route) world.Report(world.Spec?.CheckAnswer(route.Name, reply.Status, reply.Body));
        await RestAnswer.WriteAsync(http.Response, request, reply.Status, reply.Body);
    }

    private async Task<RestReply> DoAsync(RestArrival arrival)
    {
        try
        {
            if (arrival.Route is not { } route) throw Unknown(arrival);
            CheckCaller(arrival.Http.Request, route);
            if (route.IsInteraction && route.Name != FakeDiscordRoutes.Respond) await SettleAsync(arrival.Parts[2]);
            if (Limited(arrival.Http.Response, route) is { RefusedBy: not null } rate) return RestReply.Limited(rate);
            if (!arrival.IsReadable) throw DiscordRefusal.InvalidJson;
            // An answer to an interaction is held against the specification where it is applied.
            if (route.Name != FakeDiscordRoutes.Respond)
                world.Report(world.Spec?.CheckRequest(route.Name, arrival.Body, overlookUnknown: world.Options.OverlooksUnknownFields && !route.IsInteraction));
            var call = new RestCall(world, arrival.Parts, arrival.Body, arrival.Http.Request.Query["with_response"] == "true");
            lock (world.Gate) return route.Do(call);
        }
        catch (DiscordRefusal refusal)
        {
            return new RestReply(refusal.Status, refusal.Body);
        }
    }

    private bool IsShutOut()
    {
        lock (world.Gate) return world.Limits.IsShutOut;
    }

    private DiscordRefusal Unknown(RestArrival arrival)
    {
        world.Report([$"The fake knows no {arrival.Name}"]);
        return DiscordRefusal.NotFound;
    }

    private void CheckCaller(HttpRequest request, RestRoute route)
    {
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            world.Report([$"{route.Name}: the user agent is not 'DiscordBot (url, version)'"]);
        }
        if (!route.IsInteraction && request.Headers.Authorization != $"Bot {token}") throw DiscordRefusal.Unauthorized;
    }

    /// <summary>An application that has answered may use the token at once: its answer may still be on its way here. One that has not is refused.</summary>
    private async Task SettleAsync(string interactionToken)
    {
        FakeDiscordInteraction? interaction;
        lock (world.Gate) interaction = world.Interactions.GetValueOrDefault(interactionToken);
        if (interaction is not { IsOnItsWay: true, IsAcknowledged: false }) return;
        try
        {
            await interaction.Changed.UntilAsync(() => interaction is { IsOnItsWay: true, IsAcknowledged: false } ? null : interaction, Overtaking, () => "");
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
}
