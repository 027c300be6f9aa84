using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>A bot that waits for updates. Each delivery is answered by the next of the prepared answers, then with 200.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Body, string? Secret)> _deliveries = Channel.CreateUnbounded<(string, string?)>();

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Url => $"{_app.Urls.First()}/telegram";

    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The next delivery.</summary>
    public async Task<(string Body, string? Secret)> NextAsync() =>
        await _deliveries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        _deliveries.Writer.TryWrite((body, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]));
        if (Answers.TryDequeue(out var answer)) await answer(http);
    }
}
