using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Telegram;

/// <summary>What answers <c>/bot…/method</c>.</summary>
internal sealed class TelegramEndpoint(TelegramWorld world, TelegramFaults faults, string token)
{
    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith("/bot", StringComparison.Ordinal) ? path["/bot".Length..].Split('/', 2) : [];
        var body = await TelegramBody.ReadAsync(http.Request);
        var request = world.Record(parts is [_, var method] ? method : path, body ?? []);
        try
        {
            await AnswerAsync(http, request, parts, isReadable: body is not null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The bot has left: nobody is answered.
        }
        finally
        {
            world.Requested.Pulse();
        }
    }

    private async Task AnswerAsync(HttpContext http, RecordedRequest request, string[] parts, bool isReadable)
    {
        var fault = faults.Take(request);
        if (fault is { AfterDoing: false } && !await fault.StrikeAsync(http, request)) return;
        try
        {
            var result = await DoAsync(request, parts, isReadable, http.RequestAborted);
            if (fault is { AfterDoing: true } && !await fault.StrikeAsync(http, request)) return;
            await TelegramAnswer.WriteAsync(http.Response, request, result);
        }
        catch (TelegramRefusal refusal)
        {
            if (fault is { AfterDoing: true } && !await fault.StrikeAsync(http, request)) return;
            await TelegramAnswer.WriteAsync(http.Response, request, refusal);
        }
    }

    private Task<string> DoAsync(RecordedRequest request, string[] parts, bool isReadable, CancellationToken gone)
    {
        if (parts is not [var given, _]) throw new TelegramRefusal(404, "Not Found");
        if (given != token) throw new TelegramRefusal(401, given.Contains(':') ? "Unauthorized" : "Unauthorized: invalid token specified");
        if (!isReadable) throw TelegramRefusal.BadRequest("can't parse JSON object");
        return TelegramMethods.DoAsync(new TelegramCall(world, request), gone);
    }
}
