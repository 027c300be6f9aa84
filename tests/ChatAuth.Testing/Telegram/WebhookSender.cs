using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>Delivers updates to the webhook: in their order within a chat, several chats at once, again until it is taken.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly TelegramWorld _world;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _pump;
    private int _underway;

    public WebhookSender(TelegramWorld world)
    {
        _world = world;
        _pump = PumpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _pump;
        _http.Dispose();
        _ended.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                var next = _world.Updates.Changed.NextAsync();
                while (TakeNext() is var (webhook, update)) _ = SendAsync(webhook, update);
                await next.WaitAsync(_ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The server is over.
        }
    }

    private (Webhook Webhook, QueuedUpdate Update)? TakeNext()
    {
        lock (_world.Gate)
        {
            if (_world.IsDown || _world.Webhook is not { } webhook || _underway >= webhook.MaxConnections) return null;
            var busy = new HashSet<long>();
            var next = _world.Updates.Waiting.FirstOrDefault(update => busy.Add(update.ChatId) && !update.IsBeingDelivered);
            if (next is null) return null;
            next.IsBeingDelivered = true;
            _underway++;
            return (webhook, next);
        }
    }

    private async Task SendAsync(Webhook webhook, QueuedUpdate update)
    {
        try
        {
            var isTaken = await PostAsync(webhook, update);
            if (!isTaken) await Task.Delay(_world.Options.WebhookRetryDelay, _ended.Token);
            End(update, isTaken);
        }
        catch (OperationCanceledException)
        {
            End(update, isTaken: false);
        }
    }

    private void End(QueuedUpdate update, bool isTaken)
    {
        lock (_world.Gate)
        {
            _underway--;
            update.IsBeingDelivered = false;
            if (isTaken) _world.Updates.Remove(update);
            else _world.Updates.Changed.Pulse();
        }
    }

    private async Task<bool> PostAsync(Webhook webhook, QueuedUpdate update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(update.Json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (webhook.SecretToken is { } secret) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var response = await _http.SendAsync(request, _ended.Token);
            if (!response.IsSuccessStatusCode) return false;
            await DoAnswerAsync(await response.Content.ReadAsStringAsync(_ended.Token));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The answer of a webhook may be a request; whether it is done, nobody is told.</summary>
    private async Task DoAnswerAsync(string answer)
    {
        try
        {
            if (answer.Length == 0 || JsonNode.Parse(answer) is not JsonObject body || body["method"]?.ToString() is not { } method) return;
            body.Remove("method");
            await TelegramMethods.DoAsync(new TelegramCall(_world, _world.Record(method, body)), _ended.Token);
        }
        catch (Exception exception) when (exception is JsonException or TelegramRefusal)
        {
            // Telegram says nothing about it either.
        }
    }
}
