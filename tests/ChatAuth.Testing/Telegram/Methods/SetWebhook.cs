using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class SetWebhook
{
    private static readonly int[] Ports = [443, 80, 88, 8443];

    public static JsonNode Do(TelegramCall call)
    {
        if (call.Text("url") is not { Length: > 0 } url) return Delete(call);
        var target = Target(call, url);
        var secret = call.Text("secret_token");
        if (secret?.Length > TelegramLimits.WebhookSecret) throw TelegramRefusal.BadRequest("secret token is too long");
        if (secret?.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') == false)
        {
            throw TelegramRefusal.BadRequest("secret token contains unallowed characters");
        }
        call.World.Updates.Wake("Conflict: terminated by setWebhook request");
        Change(call, new Webhook(target, secret, (int)Math.Clamp(call.Number("max_connections") ?? TelegramLimits.WebhookConnections, 1, 100)));
        return true;
    }

    public static JsonNode Delete(TelegramCall call)
    {
        Change(call, null);
        return true;
    }

    public static JsonNode Tell(TelegramCall call)
    {
        var webhook = call.World.Webhook;
        var told = new JsonObject
        {
            ["url"] = webhook?.Url.OriginalString ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = call.World.Updates.Count,
        };
        if (webhook is not null) told["max_connections"] = webhook.MaxConnections;
        if (call.World.Updates.Allowed is { Count: > 0 } kinds) told["allowed_updates"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind)]);
        return told;
    }

    private static void Change(TelegramCall call, Webhook? webhook)
    {
        if (call.Flag("drop_pending_updates")) call.World.Updates.Clear();
        call.World.Updates.Allow(call.Json("allowed_updates") as JsonArray);
        call.World.Webhook = webhook;
        call.World.Updates.Changed.Pulse();
    }

    private static Uri Target(TelegramCall call, string url)
    {
        if (!Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}", UriKind.Absolute, out var target)
            || target.Scheme is not ("http" or "https"))
        {
            throw TelegramRefusal.BadRequest("invalid webhook URL specified");
        }
        if (target.IsLoopback && call.World.Options.LoopbackWebhooks) return target;
        if (target.Scheme != "https") throw TelegramRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        if (!Ports.Contains(target.Port)) throw TelegramRefusal.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        return target;
    }
}
