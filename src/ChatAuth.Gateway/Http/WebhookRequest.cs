using ChatAuth.Channels.Telegram;

namespace ChatAuth.Gateway.Http;

/// <summary>An update that Telegram brings. Nothing of its body is read before its sender has proved to be Telegram.</summary>
internal static class WebhookRequest
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Takes it.</summary>
    /// <returns>The status of the answer; one that is not 2xx makes Telegram bring the update again.</returns>
    public static async Task<int> TakeAsync(HttpRequest request, TelegramWebhook webhook, CancellationToken cancellationToken)
    {
        if (!webhook.IsGenuine(request.Headers[SecretHeader] is [var only] ? only : null)) return StatusCodes.Status401Unauthorized;
        if (!request.HasJsonContentType()) return StatusCodes.Status415UnsupportedMediaType;
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode; // 413 above the cap, 400 where the body broke off.
        }
        var isTaken = await webhook.ReceiveAsync(body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken).ConfigureAwait(false);
        return isTaken ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }
}
