using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Telegram;

namespace ChatAuth.Gateway.Http;

/// <summary>Every request there is: two questions of the host, Telegram's updates where it brings them, and Discord's interactions.</summary>
internal sealed class GatewayRequests(KnownHosts hosts, Readiness readiness, TelegramWebhook? telegram = null, DiscordEndpoint? discord = null)
{
    public Task AnswerAsync(HttpContext context)
    {
        if (!hosts.Knows(context)) return Answer(context, StatusCodes.Status400BadRequest);
        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/healthz") => Answer(context, StatusCodes.Status200OK, "ok"),
            ("GET", "/readyz") => AnswerReadyAsync(context),
            ("POST", "/telegram/webhook") when telegram is not null => TakeAsync(context, telegram),
            ("POST", "/discord/interactions") when discord is not null => InteractionRequest.TakeAsync(context, discord),
            _ => Answer(context, StatusCodes.Status404NotFound),
        };
    }

    private async Task AnswerReadyAsync(HttpContext context)
    {
        var isReady = await readiness.IsReadyAsync(context.RequestAborted).ConfigureAwait(false);
        await (isReady
            ? Answer(context, StatusCodes.Status200OK, "ready")
            : Answer(context, StatusCodes.Status503ServiceUnavailable, "not ready")).ConfigureAwait(false);
    }

    private static async Task TakeAsync(HttpContext context, TelegramWebhook webhook) =>
        context.Response.StatusCode = await WebhookRequest.TakeAsync(context.Request, webhook, context.RequestAborted).ConfigureAwait(false);

    private static Task Answer(HttpContext context, int status, string? text = null)
    {
        context.Response.StatusCode = status;
        if (text is null) return Task.CompletedTask;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
